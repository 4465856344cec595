namespace IpMarketplace.GraphQL.Errors;

/// <summary>Builds an <see cref="IError"/> step by step, as in HotChocolate: <c>ErrorBuilder.New().SetMessage(…).SetCode(…).Build()</c>.</summary>
public sealed class ErrorBuilder
{
    private readonly List<Location> _locations = [];
    private readonly Dictionary<string, object?> _extensions = [];
    private string? _message;
    private string? _code;
    private Path? _path;
    private Exception? _exception;

    /// <summary>An empty builder; a message must be set before <see cref="Build"/>.</summary>
    public static ErrorBuilder New() => new();

    /// <summary>A builder that starts from all of an error.</summary>
    public static ErrorBuilder FromError(IError error)
    {
        var builder = new ErrorBuilder { _message = error.Message, _code = error.Code, _path = error.Path, _exception = error.Exception };
        builder._locations.AddRange(error.Locations ?? []);
        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            builder._extensions[key] = value;
        }
        return builder;
    }

    /// <summary>Says what went wrong.</summary>
    public ErrorBuilder SetMessage(string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        _message = message;
        return this;
    }

    /// <summary>Names the kind of error; see <see cref="ErrorCode"/>.</summary>
    public ErrorBuilder SetCode(string? code)
    {
        _code = code;
        return this;
    }

    /// <summary>Names the response position.</summary>
    public ErrorBuilder SetPath(Path? path)
    {
        _path = path;
        return this;
    }

    /// <summary>Adds a place of the document; line and column from 1.</summary>
    public ErrorBuilder AddLocation(int line, int column) => AddLocation(new Location(line, column));

    /// <summary>Adds a place of the document.</summary>
    public ErrorBuilder AddLocation(Location location)
    {
        _locations.Add(location);
        return this;
    }

    /// <summary>Keeps the exception for the log.</summary>
    public ErrorBuilder SetException(Exception? exception)
    {
        _exception = exception;
        return this;
    }

    /// <summary>Adds or replaces a member of <c>extensions</c>.</summary>
    public ErrorBuilder SetExtension(string key, object? value)
    {
        _extensions[key] = value;
        return this;
    }

    /// <summary>The error.</summary>
    /// <exception cref="InvalidOperationException">No message was set.</exception>
    public IError Build() => new Error(
        _message ?? throw new InvalidOperationException("An error needs a message."),
        _code,
        _path,
        _locations.Count == 0 ? null : _locations.ToArray(),
        _extensions.Count == 0 ? null : new Dictionary<string, object?>(_extensions),
        _exception);
}
