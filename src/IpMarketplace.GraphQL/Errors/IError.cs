namespace IpMarketplace.GraphQL.Errors;

/// <summary>One entry of a response's <c>errors</c> (spec 7.1.2). Immutable: the <c>With…</c> methods give a changed copy.</summary>
public interface IError
{
    /// <summary>What went wrong, for the developer of the client.</summary>
    string Message { get; }

    /// <summary>The machine-readable kind, one of <see cref="ErrorCode"/> or the application's own; sent as <c>extensions.code</c>.</summary>
    string? Code { get; }

    /// <summary>The response position that the error concerns; null for errors of the request as a whole.</summary>
    Path? Path { get; }

    /// <summary>The places of the document that the error concerns.</summary>
    IReadOnlyList<Location>? Locations { get; }

    /// <summary>Further members of <c>extensions</c>, without the code.</summary>
    IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>The exception behind the error. Never sent, unless <c>IncludeExceptionDetails</c> is on.</summary>
    Exception? Exception { get; }

    /// <summary>The same error with another message.</summary>
    IError WithMessage(string message);

    /// <summary>The same error with another code.</summary>
    IError WithCode(string? code);

    /// <summary>The same error at another response position.</summary>
    IError WithPath(Path? path);

    /// <summary>The same error at other places of the document.</summary>
    IError WithLocations(IReadOnlyList<Location>? locations);

    /// <summary>The same error with other extensions.</summary>
    IError WithExtensions(IReadOnlyDictionary<string, object?>? extensions);

    /// <summary>The same error with another exception behind it.</summary>
    IError WithException(Exception? exception);
}
