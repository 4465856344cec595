namespace IpMarketplace.GraphQL.Errors;

/// <summary>The engine's own <see cref="IError"/>.</summary>
/// <param name="Message">What went wrong, for the developer of the client.</param>
/// <param name="Code">The machine-readable kind; null for none.</param>
/// <param name="Path">The response position; null for errors of the request as a whole.</param>
/// <param name="Locations">The places of the document; null for none.</param>
/// <param name="Extensions">Further members of <c>extensions</c>; null for none.</param>
/// <param name="Exception">The exception behind the error, for the log; null for none.</param>
public sealed record Error(
    string Message,
    string? Code = null,
    Path? Path = null,
    IReadOnlyList<Location>? Locations = null,
    IReadOnlyDictionary<string, object?>? Extensions = null,
    Exception? Exception = null) : IError
{
    /// <inheritdoc/>
    public IError WithMessage(string message) => this with { Message = message };

    /// <inheritdoc/>
    public IError WithCode(string? code) => this with { Code = code };

    /// <inheritdoc/>
    public IError WithPath(Path? path) => this with { Path = path };

    /// <inheritdoc/>
    public IError WithLocations(IReadOnlyList<Location>? locations) => this with { Locations = locations };

    /// <inheritdoc/>
    public IError WithExtensions(IReadOnlyDictionary<string, object?>? extensions) => this with { Extensions = extensions };

    /// <inheritdoc/>
    public IError WithException(Exception? exception) => this with { Exception = exception };
}
