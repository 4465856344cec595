using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IpMarketplace.Organizations;

/// <summary>
/// The Unified Social Credit Code of an organization (统一社会信用代码, GB 32100-2015; domain.md 5.10). Public: natural persons
/// have none.
/// </summary>
public sealed partial record UnifiedSocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    private UnifiedSocialCreditCode(string value) => Value = value;

    /// <summary>The 18 characters, in capitals.</summary>
    public string Value { get; }

    /// <summary>Reads a code; full-width characters, small letters, blanks and hyphens are forgiven, a wrong check character is not (GI-14).</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UnifiedSocialCreditCode? code, [NotNullWhen(false)] out string? problem)
    {
        code = null;
        var normalized = Normalize(text);
        if (!Form().IsMatch(normalized))
        {
            problem = $"A credit code has {Length} characters of {Alphabet}, the third to eighth of them digits.";
            return false;
        }
        var check = CheckCharacter(normalized);
        if (normalized[^1] != check)
        {
            problem = $"The check character of {normalized[..^1]} is {check}, not {normalized[^1]}.";
            return false;
        }
        problem = null;
        code = new UnifiedSocialCreditCode(normalized);
        return true;
    }

    /// <summary>A code that was checked when it was written.</summary>
    internal static UnifiedSocialCreditCode Stored(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static char CheckCharacter(string code)
    {
        var sum = 0;
        var weight = 1;
        foreach (var character in code.AsSpan(0, Length - 1))
        {
            sum += Alphabet.IndexOf(character) * weight;
            weight = weight * 3 % Alphabet.Length;
        }
        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length];
    }

    private static string Normalize(string? text) =>
        FullWidth.Fold(text ?? "").Replace(" ", "").Replace("-", "").ToUpperInvariant();

    [GeneratedRegex("^[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}$")]
    private static partial Regex Form();
}
