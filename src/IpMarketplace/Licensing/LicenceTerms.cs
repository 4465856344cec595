using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Licensing;

/// <summary>
/// The terms of a licence as copied from the announced declaration when the notice was received (INV-41); nothing of them comes from the licensee.
/// </summary>
/// <param name="PatentNumber">The patent.</param>
/// <param name="AnnouncedOn">When the declaration was announced.</param>
/// <param name="GazetteNumber">The gazette that shows it.</param>
/// <param name="Fee">Payment method and standard.</param>
/// <param name="StartsOn">The first day, unless the licence takes effect later.</param>
/// <param name="EndsOn">The last day (OL-13, INV-60).</param>
/// <param name="OtherMatters">What else was declared.</param>
public sealed record LicenceTerms(
    string PatentNumber, DateOnly AnnouncedOn, string GazetteNumber, FeeTerms Fee, DateOnly StartsOn, DateOnly EndsOn, string OtherMatters)
{
    // Entity Framework fills complex members after construction.
    private LicenceTerms() : this("", default, "", null!, default, default, "")
    {
    }
}
