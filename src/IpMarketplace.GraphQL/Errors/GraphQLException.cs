namespace IpMarketplace.GraphQL.Errors;

/// <summary>Thrown by a resolver (or anything it calls) to answer with errors that the client may see as they are: they are never masked.</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>One error with a message and no code.</summary>
    public GraphQLException(string message) : this(new Error(message)) { }

    /// <summary>The errors to answer with; at least one.</summary>
    public GraphQLException(params IReadOnlyList<IError> errors) : base(errors.Count == 0 ? "No error was given." : errors[0].Message, errors.Count == 0 ? null : errors[0].Exception)
    {
        ArgumentOutOfRangeException.ThrowIfZero(errors.Count);
        Errors = errors;
    }

    /// <summary>The errors to answer with.</summary>
    public IReadOnlyList<IError> Errors { get; }
}
