using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <summary>How a patent stands on a day, as far as offering it depends on it.</summary>
/// <param name="PatentNumber">The patent.</param>
/// <param name="Right">The legal status of the right.</param>
/// <param name="Bars">What bars an open licence.</param>
/// <param name="IsAnnounced">Whether an announced declaration binds the patentee, its withdrawal not yet announced.</param>
public sealed record OfferStanding(string PatentNumber, RightStatus Right, IReadOnlyList<OpenLicenceBar> Bars, bool IsAnnounced)
{
    /// <summary>The standing of a patent.</summary>
    public static OfferStanding Of(Patent patent, bool isAnnounced, DateOnly date) =>
        new(patent.Number?.AsPatentNumber() ?? "", patent.Status, OpenLicenceBars.Of(patent, date), isAnnounced);

    /// <summary>Whether the right has ended, for good or until it is restored (INV-01).</summary>
    public bool RightEnded => Right is not (RightStatus.Pending or RightStatus.InForce or RightStatus.FeeOverdue);

    /// <summary>
    /// What hides a listing of a mode. A pledge (OL-24) forbids the declaration, not the wish to make one; an exclusive or sole licence (OL-20)
    /// does not hinder a transfer, to which it passes over.
    /// </summary>
    public IReadOnlyList<OpenLicenceBar> BarsOfListing(ListingMode mode) =>
        [.. Bars.Where(bar => bar.Rule != "OL-24" && (bar.Rule != "OL-20" || mode is not (ListingMode.Transfer or ListingMode.Equity)))];
}
