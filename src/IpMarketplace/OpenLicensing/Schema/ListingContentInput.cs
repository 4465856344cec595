using IpMarketplace.Patents;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>What a listing says. A draft may lack parts; to be submitted it needs all of them (domain.md 9.3).</summary>
/// <param name="Title">A headline in plain language, at most 200 characters.</param>
/// <param name="Summary">What the invention does and for whom, in plain language, at most 4,000 characters.</param>
/// <param name="ApplicationFields">Where it can be used.</param>
/// <param name="Industries">Industries it is for: GB/T 4754-2017 codes such as <c>C38</c>.</param>
/// <param name="Maturity">How far the technology is developed.</param>
/// <param name="Contact">Whom to ask: an office and how to reach it. Shown to the own organization only (GI-10).</param>
/// <param name="CoOwnerConsents">References to the written consents of the other owners.</param>
public sealed record ListingContentInput(
    string? Title = null,
    [property: Paragraphs] string? Summary = null,
    IReadOnlyList<string>? ApplicationFields = null,
    IReadOnlyList<string>? Industries = null,
    Maturity? Maturity = null,
    string? Contact = null,
    IReadOnlyList<string>? CoOwnerConsents = null)
{
    internal ListingContent Read() =>
        new(Title ?? "", Summary ?? "", ApplicationFields ?? [], Industries ?? [], Maturity, Contact ?? "", CoOwnerConsents ?? []);
}
