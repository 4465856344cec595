namespace IpMarketplace.GraphQL.Errors;

/// <summary>The engine's own <see cref="IError"/>.</summary>
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
