namespace IpMarketplace.GraphQL.Execution.PersistedOperations;

/// <summary>Registered documents cannot be used. Each problem names the document, the place in it, and what is wrong.</summary>
public sealed class OperationDocumentException(params IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>What is wrong; at least one.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
