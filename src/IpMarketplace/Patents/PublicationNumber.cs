using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using IpMarketplace.Organizations;

namespace IpMarketplace.Patents;

/// <summary>The number under which CNIPA published a document of a patent: <c>CN117151122A</c>, <c>CN202644312U</c> (domain.md 5.7).</summary>
public sealed partial record PublicationNumber
{
    private PublicationNumber(string value) => Value = value;

    /// <summary>CN, digits, kind code.</summary>
    public string Value { get; }

    /// <summary>The kind that the first digit names.</summary>
    public PatentKind Kind => Value[2] switch
    {
        '1' => PatentKind.Invention,
        '2' => PatentKind.UtilityModel,
        _ => PatentKind.Design,
    };

    /// <summary>Whether the document announces a grant; an A document only publishes the application of an invention.</summary>
    public bool AnnouncesGrant => !Value.AsSpan(3).Contains('A');

    /// <summary>Reads a publication number.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PublicationNumber? number, [NotNullWhen(false)] out string? problem)
    {
        var normalized = FullWidth.Fold(text ?? "").Replace(" ", "").ToUpperInvariant();
        number = Form().IsMatch(normalized) ? new PublicationNumber(normalized) : null;
        problem = number is null ? "A publication number has CN, 7 or 9 digits beginning with 1, 2 or 3, and a kind code, such as CN117151122A." : null;
        return number is not null;
    }

    /// <summary>A number that was checked when it was written.</summary>
    internal static PublicationNumber Stored(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex("^CN[123][0-9]{6,8}[ABCUYSD][0-9]?$")]
    private static partial Regex Form();
}
