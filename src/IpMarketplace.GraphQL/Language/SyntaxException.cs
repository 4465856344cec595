namespace IpMarketplace.GraphQL.Language;

/// <summary>A source text that does not parse, or that exceeds a limit of <see cref="ParserOptions"/>.</summary>
public class SyntaxException(string message, Location location) : Exception(message)
{
    /// <summary>Where the offending token or character stands.</summary>
    public Location Location { get; } = location;

    /// <summary>Byte offset from 0.</summary>
    public int Position => Location.Start;

    /// <summary>Line from 1.</summary>
    public int Line => Location.Line;

    /// <summary>Column from 1.</summary>
    public int Column => Location.Column;
}
