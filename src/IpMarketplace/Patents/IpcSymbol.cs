using System.Text.RegularExpressions;
using IpMarketplace.Organizations;

namespace IpMarketplace.Patents;

/// <summary>Symbols of the International Patent Classification, written as <c>H01M 10/0525</c> (domain.md 5.1).</summary>
public static partial class IpcSymbol
{
    /// <summary>The normalised symbol, or null when the text is none. Forgives blanks, full-width forms and a trailing edition such as <c>（2006.01）I</c>.</summary>
    public static string? Normalize(string? text)
    {
        var form = Form().Match(FullWidth.Fold(text ?? "").Replace(" ", "").ToUpperInvariant());
        return form.Success ? $"{form.Groups["subclass"]} {form.Groups["group"]}" : null;
    }

    /// <summary>
    /// The main group of a symbol of the Cooperative Patent Classification: below 2000, its main groups are those of the IPC.
    /// Null for its own sections and groups.
    /// </summary>
    public static string? MainGroupOfCpc(string? text) => Normalize(text) is { } symbol && MainGroup(symbol) is { Length: < 12 } group ? group : null;

    /// <summary><c>H</c> of <c>H01M 10/0525</c>.</summary>
    public static string Section(string symbol) => symbol[..1];

    /// <summary><c>H01M</c> of <c>H01M 10/0525</c>.</summary>
    public static string Subclass(string symbol) => symbol[..4];

    /// <summary><c>H01M 10/00</c> of <c>H01M 10/0525</c>.</summary>
    public static string MainGroup(string symbol) => symbol[..symbol.IndexOf('/')] + "/00";

    [GeneratedRegex(@"^(?<subclass>[A-H][0-9]{2}[A-Z])(?<group>[0-9]{1,4}/[0-9]{2,6})(\([0-9.]+\)[A-Z]?)?$")]
    private static partial Regex Form();
}
