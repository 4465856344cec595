namespace IpMarketplace.Persistence;

/// <summary>Patterns for <c>LIKE</c> in which what was typed stands for itself: <c>%</c>, <c>_</c> and <c>[</c> are characters like others.</summary>
public static class LikePattern
{
    /// <summary>The sign before a character that stands for itself; to be named in the condition.</summary>
    public const string Escape = "\\";

    /// <summary>Everything that contains the text.</summary>
    public static string Containing(string text)
    {
        var escaped = string.Concat(text.Select(character => character is '%' or '_' or '[' or '\\' ? $"{Escape}{character}" : $"{character}"));
        return $"%{escaped}%";
    }
}
