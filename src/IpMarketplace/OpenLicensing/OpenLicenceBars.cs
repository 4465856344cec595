using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <summary>A fact for which the law forbids to openly license a patent at present (IR 86).</summary>
/// <param name="Rule">The rule: OL-08 or OL-20 to OL-25.</param>
/// <param name="Fact">What it is, in words.</param>
/// <param name="Since">The day it arose, where it is known.</param>
/// <param name="Until">The day it ends by itself, where it does.</param>
public sealed record OpenLicenceBar(string Rule, string Fact, DateOnly? Since, DateOnly? Until);

/// <summary>Everything that bars an open licence; checked at submission, approval, filing and announcement and whenever something changes.</summary>
public static class OpenLicenceBars
{
    /// <summary>The bars of a patent on a date; none means that it may be openly licensed.</summary>
    public static IReadOnlyList<OpenLicenceBar> Of(Patent patent, DateOnly date)
    {
        var bars = new List<OpenLicenceBar>();
        if (patent.Status == RightStatus.FeeOverdue)
        {
            bars.Add(new("OL-23", "annual fees are not paid as prescribed.", null, null));
        }
        else if (patent.Status != RightStatus.InForce || patent.ExpiryDate < date)
        {
            bars.Add(new("OL-08", "the right is not in force.", null, null));
        }
        bars.AddRange(patent.Encumbrances
            .Where(encumbrance => encumbrance.BarsOpenLicenceOn(date))
            .Select(encumbrance => Named(encumbrance)));
        return bars;
    }

    private static OpenLicenceBar Named(Encumbrance encumbrance)
    {
        var (rule, fact) = encumbrance.Kind switch
        {
            EncumbranceKind.ExclusiveLicence => ("OL-20", "an exclusive licence is in its valid period."),
            EncumbranceKind.SoleLicence => ("OL-20", "a sole licence is in its valid period."),
            EncumbranceKind.OwnershipDispute => ("OL-21", "procedures are suspended because ownership is disputed."),
            EncumbranceKind.Preservation => ("OL-22", "a court's preservation order stands."),
            EncumbranceKind.Pledge => ("OL-24", "the patent is pledged and the pledgee has not consented in writing."),
            _ => ("OL-25", "another hindrance to effective exploitation is recorded."),
        };
        return new(rule, fact, encumbrance.From, encumbrance.Until);
    }
}
