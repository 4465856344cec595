using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents.Schema;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>What this module adds to a patent: how it is offered, in detail. The short form is <c>Patent.offer</c>.</summary>
[ObjectType<PatentCard>]
public static partial class PatentOffers
{
    /// <summary>Its published listings, one per mode (INV-20).</summary>
    [ListSize(AssumedSize = 2)]
    public static async Task<IReadOnlyList<Listing>> GetListingsAsync(
        [Parent] PatentCard patent, PublishedListingsByPatentDataLoader listings, CancellationToken ct) =>
        await listings.LoadAsync(patent.Id, ct) ?? [];

    /// <summary>Its announced open-licence declaration, of which there is at most one (INV-30).</summary>
    public static Task<OpenLicence?> GetOpenLicenceAsync([Parent] PatentCard patent, AnnouncedOpenLicenceByPatentDataLoader announced, CancellationToken ct) =>
        announced.LoadAsync(patent.Id, ct);
}
