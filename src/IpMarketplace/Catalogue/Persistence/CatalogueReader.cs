using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Catalogue.Persistence;

/// <summary>Reads from the database what the catalogue shows.</summary>
internal sealed class CatalogueReader(MarketplaceDbContext db, TimeProvider clock)
{
    /// <summary>The entries of those of the patents whose record is public.</summary>
    public async Task<List<CatalogueEntry>> ReadAsync(IReadOnlyCollection<long> patentIds, CancellationToken ct)
    {
        var patents = await db.Patents.AsNoTracking().IgnoreAutoIncludes().Include(patent => patent.Owners)
            .Where(patent => patentIds.Contains(patent.Id))
            .VisibleTo(Viewer.Visitor, clock.Today())
            .ToListAsync(ct);
        var texts = await TextsAsync(patentIds, ct);
        var offers = await OffersAsync(patentIds, ct);
        var owners = patents.SelectMany(patent => patent.Owners).Select(owner => owner.OrganizationId).OfType<long>().Distinct().ToList();
        var organizations = await db.Organizations.AsNoTracking().Where(organization => owners.Contains(organization.Id)).ToDictionaryAsync(organization => organization.Id, ct);
        return [.. patents.Select(patent => Entry(patent, texts.GetValueOrDefault(patent.Id), offers.GetValueOrDefault(patent.Id), organizations))];
    }

    private static CatalogueEntry Entry(Patent patent, string?[]? texts, PublishedOffer? offer, Dictionary<long, Organization> organizations) => new(patent.Id, patent.Version, patent.Kind, patent.Title)
    {
        TitleEn = patent.TitleEn,
        Number = patent.Number,
        Publication = patent.Publication,
        IpcSymbols = patent.IpcSymbols,
        Status = patent.Status,
        StatusConfirmedOn = patent.StatusConfirmedOn,
        FilingDate = patent.FilingDate,
        PublicationDate = patent.PublicationDate,
        GrantDate = patent.GrantDate,
        ExpiryDate = patent.ExpiryDate,
        ReadinessLevel = patent.ReadinessLevel,
        Owners = patent.Owners,
        Registered = [.. patent.Owners.Select(owner => owner.OrganizationId).OfType<long>().Select(id => organizations[id])],
        Keywords = [.. patent.Keywords, .. patent.KeywordsEn],
        Texts = [.. (texts ?? []).Append(patent.ApplicationField).Append(patent.ApplicationFieldEn).OfType<string>(), .. offer?.Texts ?? []],
        Offer = patent.IsAlive ? offer?.Offer : null,
    };

    private async Task<Dictionary<long, string?[]>> TextsAsync(IReadOnlyCollection<long> patentIds, CancellationToken ct) =>
        await db.PatentTexts.Where(text => patentIds.Contains(text.PatentId))
            .Select(text => new { text.PatentId, text.Abstract, text.AbstractEn })
            .ToDictionaryAsync(text => text.PatentId, text => new[] { text.Abstract, text.AbstractEn }, ct);

    private async Task<Dictionary<long, PublishedOffer>> OffersAsync(IReadOnlyCollection<long> patentIds, CancellationToken ct)
    {
        var listings = await db.Listings.AsNoTracking().Where(listing => patentIds.Contains(listing.PatentId) && listing.State == ListingState.Published).ToListAsync(ct);
        var listed = listings.Select(listing => listing.PatentId).ToHashSet();
        var announced = await db.OpenLicences.AsNoTracking()
            .Where(declared => listed.Contains(declared.PatentId) && (declared.State == OpenLicenceState.Announced || declared.State == OpenLicenceState.WithdrawalFiled))
            .ToDictionaryAsync(declared => declared.PatentId, ct);
        return listings.GroupBy(listing => listing.PatentId).ToDictionary(group => group.Key, group => PublishedOffer.Of([.. group], announced.GetValueOrDefault(group.Key)));
    }
}
