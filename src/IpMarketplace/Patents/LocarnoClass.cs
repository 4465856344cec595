using System.Text.RegularExpressions;
using IpMarketplace.Organizations;

namespace IpMarketplace.Patents;

/// <summary>Classes of the Locarno Classification of designs, written as <c>09-01</c> (domain.md 5.1). Designs have no IPC symbol.</summary>
public static partial class LocarnoClass
{
    /// <summary>The normalised class, or null when the text is none. An older running number after the class (<c>09-01-B0123</c>) is dropped.</summary>
    public static string? Normalize(string? text)
    {
        var form = Form().Match(FullWidth.Fold(text ?? "").Trim().ToUpperInvariant());
        return form.Success ? form.Groups["class"].Value : null;
    }

    [GeneratedRegex("^(?<class>[0-9]{2}-[0-9]{2})(-[A-Z][0-9]+)?$")]
    private static partial Regex Form();
}
