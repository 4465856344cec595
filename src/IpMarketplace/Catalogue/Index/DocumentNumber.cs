using System.Globalization;
using System.Text.RegularExpressions;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Numbers of patents as people type them into a search: with or without ZL, CN, dot, check digit, kind code.</summary>
internal static partial class DocumentNumber
{
    /// <summary>The digits of an application number without its check digit.</summary>
    public static long Digits(PatentNumber number) => long.Parse(number.Value.AsSpan(0, number.Value.Length - 2), CultureInfo.InvariantCulture);

    /// <summary>The application number of digits, with its dot and check digit.</summary>
    public static string Spell(long digits)
    {
        var text = digits.ToString(digits < 100_000_000 ? "D8" : "D12", CultureInfo.InvariantCulture);
        return $"{text}.{PatentNumber.CheckDigit(text)}";
    }

    /// <summary>The digits of the application number that a text is, its check digit left out; or null.</summary>
    public static long? Application(string text)
    {
        var form = Applied().Match(text.Trim());
        return form.Success ? long.Parse(form.Groups["digits"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The publication number that a text is, in capitals; without a kind code it is the beginning of one; or null.</summary>
    public static string? Publication(string text)
    {
        var form = Published().Match(text.Trim());
        return form.Success ? "CN" + form.Groups["rest"].Value.ToUpperInvariant() : null;
    }

    [GeneratedRegex(@"^(?:ZL|CN)?\s*(?<digits>[0-9]{12}|[0-9]{8})(?:\.?[0-9Xx])?$", RegexOptions.IgnoreCase)]
    private static partial Regex Applied();

    [GeneratedRegex(@"^CN\s*(?<rest>[123][0-9]{6}(?:[0-9]{2})?[ABCUYSD]?[0-9]?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Published();
}
