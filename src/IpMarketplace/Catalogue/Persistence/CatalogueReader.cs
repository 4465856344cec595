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
    /// <summary>Applications are published 18 months after filing (PL 34); before, they are nobody's to see.</summary>
    private const int MonthsToPublication = 18;

    /// <summary>The entries of those of the patents that are public.</summary>
    public async Task<List<CatalogueEntry>> ReadAsync(IReadOnlyCollection<long> patentIds, CancellationToken ct)
    {
        var patents = await db.Patents.AsNoTracking().Where(patent => patentIds.Contains(patent.Id)).OrderBy(patent => patent.Id).ToListAsync(ct);
        var texts = await TextsAsync(patentIds, ct);
        var offers = await OffersAsync(patentIds, ct);
        var owners = patents.SelectMany(patent => patent.Owners).Select(owner => owner.OrganizationId).OfType<long>().Distinct().ToList();
        var organizations = await db.Organizations.AsNoTracking().Where(organization => owners.Contains(organization.Id)).ToDictionaryAsync(organization => organization.Id, ct);
        var today = clock.Today();
        return [.. patents.Where(patent => IsPublic(patent, today)).Select(patent => Entry(patent, texts.GetValueOrDefault(patent.Id), offers.GetValueOrDefault(patent.Id), organizations))];
    }

    /// <summary>
    /// A patent's record is public once its application is published; a record flagged as an abnormal application is shown to nobody but its owners.
    /// </summary>
    private static bool IsPublic(Patent patent, DateOnly today) =>
        !patent.Encumbrances.Any(encumbrance => encumbrance.Kind == EncumbranceKind.AbnormalFlag && encumbrance.StandsOn(today))
        && (patent.Status != RightStatus.Pending || patent.Publication is not null || patent.PublicationDate is not null
            || patent.FilingDate is not { } filed || filed.AddMonths(MonthsToPublication) <= today);

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
