using System.Text.RegularExpressions;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// The levels of the IPC under which a patent can be found: class, subclass, main group, subgroup (domain.md 5.1). They stand in the index as words
/// that no text contains.
/// </summary>
internal static partial class IpcLevels
{
    /// <summary>The words of a normalised symbol: for <c>H01M 10/0525</c> H01, H01M, H01M 10/00 and the symbol itself.</summary>
    public static IEnumerable<string> Of(string symbol)
    {
        yield return Word(symbol[..3]);
        yield return Word(IpcSymbol.Subclass(symbol));
        var mainGroup = IpcSymbol.MainGroup(symbol);
        yield return Word(mainGroup);
        if (mainGroup != symbol)
        {
            yield return Word(symbol);
        }
    }

    /// <summary>The word of a class, subclass, main group or subgroup as people write it (<c>h01m10/0525</c>, <c>H01M 10</c>), or null.</summary>
    public static string? Parse(string text)
    {
        var form = Form().Match(text);
        if (!form.Success)
        {
            return null;
        }
        var subclass = form.Groups["subclass"].Value.ToUpperInvariant();
        var group = form.Groups["group"].Value;
        return Word(group.Length == 0 ? subclass : $"{subclass} {group}/{(form.Groups["subgroup"].Success ? form.Groups["subgroup"].Value : "00")}");
    }

    /// <summary>One spelling of what <see cref="Parse"/> takes, which it takes as well; or null.</summary>
    public static string? Normalize(string text) => Parse(text)?[1..];

    private static string Word(string level) => "#" + level;

    [GeneratedRegex(@"^\s*(?<subclass>[A-Ha-h][0-9]{2}[A-Za-z]?)(?:(?<=[A-Za-z])\s*(?<group>[0-9]{1,4})(?:/(?<subgroup>[0-9]{2,6}))?)?\s*$")]
    private static partial Regex Form();
}
