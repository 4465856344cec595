using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using IpMarketplace.Organizations;

namespace IpMarketplace.Patents;

/// <summary>
/// The application number of a patent, which with "ZL" before it is the patent number (ZC 0006-2003; domain.md 5.7):
/// <c>201310699744.2</c>, before October 2003 <c>95115608.X</c>. Kept without prefix, with its dot.
/// </summary>
public sealed partial record PatentNumber
{
    private const int FirstYear = 1985;

    private PatentNumber(string value) => Value = value;

    /// <summary>The normalised number: digits, dot, check digit.</summary>
    public string Value { get; }

    /// <summary>The year of the number. A divisional application has its parent's earlier filing date.</summary>
    public int Year => YearOf(Value[..^2]);

    /// <summary>The kind that the number's type digit names.</summary>
    public PatentKind Kind => KindOf(Value[..^2])!.Value;

    /// <summary>Reads a number with or without ZL or CN, dot and blanks. A wrong check digit is never forgiven (GI-14).</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PatentNumber? number, [NotNullWhen(false)] out string? problem)
    {
        number = null;
        var form = Form().Match(Normalize(text));
        if (!form.Success)
        {
            problem = "A patent number has 12 digits (year, kind, serial) or, before October 2003, 8, then a dot and the check digit, such as ZL201310699744.2.";
            return false;
        }
        var digits = form.Groups["digits"].Value;
        var check = CheckDigit(digits);
        problem = KindOf(digits) is null ? $"The digit {digits[digits.Length == 12 ? 4 : 2]} names no kind of patent."
            : YearOf(digits) < FirstYear ? $"The number {digits} names a year before {FirstYear}, when there were no patents."
            : form.Groups["check"].Value[0] != check ? $"The check digit of {digits} is {check}, not {form.Groups["check"].Value}."
            : null;
        if (problem is not null)
        {
            return false;
        }
        number = new PatentNumber($"{digits}.{check}");
        return true;
    }

    /// <summary>Completes a number that came without its check digit; otherwise null.</summary>
    public static PatentNumber? Complete(string? text)
    {
        var form = WithoutCheck().Match(Normalize(text));
        return form.Success && TryParse(form.Groups["digits"].Value + CheckDigit(form.Groups["digits"].Value), out var number, out _) ? number : null;
    }

    /// <summary>The check digit of 8 or 12 digits: weights 2 to 9, then 2 to 5; modulo 11, ten being X.</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (2 + i % 8);
        }
        return sum % 11 == 10 ? 'X' : (char)('0' + sum % 11);
    }

    /// <summary>A number that was checked when it was written.</summary>
    internal static PatentNumber Stored(string value) => new(value);

    /// <summary>As it is written on the certificate: <c>ZL201310699744.2</c>.</summary>
    public string AsPatentNumber() => "ZL" + Value;

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static PatentKind? KindOf(string digits) => digits[digits.Length == 12 ? 4 : 2] switch
    {
        '1' or '8' => PatentKind.Invention,
        '2' or '9' => PatentKind.UtilityModel,
        '3' => PatentKind.Design,
        _ => null,
    };

    private static int YearOf(string digits) => digits.Length == 12
        ? int.Parse(digits.AsSpan(0, 4), CultureInfo.InvariantCulture)
        : int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) switch
        {
            >= FirstYear % 100 and var year => 1900 + year,
            <= 3 and var year => 2000 + year,
            _ => 0,
        };

    private static string Normalize(string? text) => FullWidth.Fold(text ?? "").Replace(" ", "").Replace('。', '.').ToUpperInvariant();

    [GeneratedRegex(@"^(ZL|CN)?(?<digits>[0-9]{12}|[0-9]{8})\.?(?<check>[0-9X])$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^(ZL|CN)?(?<digits>[0-9]{12}|[0-9]{8})\.?$")]
    private static partial Regex WithoutCheck();
}
