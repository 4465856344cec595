using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Catalogue.Persistence;

/// <summary>Reads from the database what the catalogue shows on a day: columns, not aggregates, the patents as a stream.</summary>
/// <param name="db">The context.</param>
/// <param name="today">The legal day in China that decides what is public and what still stands.</param>
internal sealed class CatalogueReader(MarketplaceDbContext db, DateOnly today)
{
    private const int OrganizationsAtOnce = 500;

    /// <summary>The entries of those of the patents whose record is public, in ascending order of their keys.</summary>
    /// <param name="choice">The patents.</param>
    /// <param name="organizations">Organizations that were read before; those found new are added.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<CatalogueEntry> ReadAsync(
        PatentChoice choice, ConcurrentDictionary<long, Organization> organizations, [EnumeratorCancellation] CancellationToken ct)
    {
        var owners = await OwnersAsync(choice, organizations, ct);
        var offers = await OffersAsync(choice, ct);
        var visible = choice.Among(db.Patents.AsNoTracking().IgnoreAutoIncludes(), patent => patent.Id).VisibleTo(Viewer.Visitor, today);
        var patents = visible.OrderBy(patent => patent.Id).Select(patent => new PatentRow
        {
            Id = patent.Id,
            Version = patent.Version,
            Kind = patent.Kind,
            Title = patent.Title,
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
            AnnualFeeDueOn = patent.AnnualFeeDueOn,
            ReadinessLevel = patent.ReadinessLevel,
            Keywords = patent.Keywords,
            KeywordsEn = patent.KeywordsEn,
            ApplicationField = patent.ApplicationField,
            ApplicationFieldEn = patent.ApplicationFieldEn,
            Abstract = patent.Text!.Abstract,
            AbstractEn = patent.Text.AbstractEn,
        });
        await foreach (var patent in patents.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return Entry(patent, owners.GetValueOrDefault(patent.Id) ?? [], offers.GetValueOrDefault(patent.Id), organizations);
        }
    }

    /// <summary>The same in one list, with the organizations as they are now.</summary>
    public async Task<List<CatalogueEntry>> ReadAsync(IReadOnlyCollection<long> patentIds, CancellationToken ct) =>
        await ReadAsync(PatentChoice.Of(patentIds), new ConcurrentDictionary<long, Organization>(), ct).ToListAsync(ct);

    private CatalogueEntry Entry(PatentRow patent, List<PatentOwner> owners, PublishedOffer? offer, ConcurrentDictionary<long, Organization> organizations)
    {
        var status = RightByCalendar.StatusOn(patent.Status, patent.ExpiryDate, patent.AnnualFeeDueOn, today);
        return new CatalogueEntry(patent.Id, patent.Version, patent.Kind, patent.Title)
        {
            TitleEn = patent.TitleEn,
            Number = patent.Number,
            Publication = patent.Publication,
            IpcSymbols = patent.IpcSymbols,
            Status = status,
            StatusConfirmedOn = patent.StatusConfirmedOn,
            FilingDate = patent.FilingDate,
            PublicationDate = patent.PublicationDate,
            GrantDate = patent.GrantDate,
            ExpiryDate = patent.ExpiryDate,
            ReadinessLevel = patent.ReadinessLevel,
            Owners = owners,
            Registered = [.. owners.Select(owner => owner.OrganizationId).OfType<long>().Select(id => organizations[id])],
            Keywords = patent.KeywordsEn.Count == 0 ? patent.Keywords : [.. patent.Keywords, .. patent.KeywordsEn],
            Texts = [.. new[] { patent.Abstract, patent.AbstractEn, patent.ApplicationField, patent.ApplicationFieldEn }.OfType<string>(), .. offer?.Texts ?? []],
            Offer = RightByCalendar.IsAlive(status) ? offer?.Offer : null,
        };
    }

    private async Task<Dictionary<long, List<PatentOwner>>> OwnersAsync(PatentChoice choice, ConcurrentDictionary<long, Organization> organizations, CancellationToken ct)
    {
        var rows = choice.Among(db.Set<PatentOwner>().AsNoTracking(), owner => EF.Property<long>(owner, "PatentId"))
            .Select(owner => new { PatentId = EF.Property<long>(owner, "PatentId"), owner.Position, owner.OrganizationId, owner.Name, owner.Kind, owner.Share });
        var owners = new Dictionary<long, List<PatentOwner>>();
        var unknown = new HashSet<long>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!owners.TryGetValue(row.PatentId, out var list))
            {
                owners.Add(row.PatentId, list = new(1));
            }
            list.Add(PatentOwner.Stored(row.Position, row.OrganizationId, row.Name, row.Kind, row.Share));
            if (list.Count > 1)
            {
                list.Sort((one, other) => one.Position.CompareTo(other.Position));
            }
            if (row.OrganizationId is { } id && !organizations.ContainsKey(id))
            {
                unknown.Add(id);
            }
        }
        await foreach (var organization in OrganizationsAsync(unknown, ct))
        {
            organizations[organization.Id] = organization;
        }
        return owners;
    }

    /// <summary>These organizations, as the cards of their patents show them.</summary>
    public async IAsyncEnumerable<Organization> OrganizationsAsync(IEnumerable<long> ids, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var part in ids.Chunk(OrganizationsAtOnce))
        {
            foreach (var organization in await db.Organizations.AsNoTracking().Where(organization => part.Contains(organization.Id)).ToListAsync(ct))
            {
                yield return organization;
            }
        }
    }

    private async Task<Dictionary<long, PublishedOffer>> OffersAsync(PatentChoice choice, CancellationToken ct)
    {
        var listings = await choice.Among(db.Listings.AsNoTracking(), listing => listing.PatentId)
            .Where(listing => listing.State == ListingState.Published)
            .Select(listing => new PublishedListing(
                listing.Id, listing.PatentId, listing.Mode, listing.PublishedAt, listing.Content.Title, listing.Content.Summary, listing.Content.ApplicationFields))
            .ToListAsync(ct);
        var announced = listings.Exists(listing => listing.Mode == ListingMode.OpenLicence)
            ? await choice.Among(db.OpenLicences.AsNoTracking(), declared => declared.PatentId)
                .Where(declared => declared.State == OpenLicenceState.Announced || declared.State == OpenLicenceState.WithdrawalFiled)
                .Select(declared => new AnnouncedLicence(
                    declared.Id, declared.PatentId, declared.Declared.Fee, declared.Declared.PeriodEnd, declared.AnnouncedOn, declared.Accepting))
                .ToDictionaryAsync(declared => declared.PatentId, ct)
            : [];
        return listings.GroupBy(listing => listing.PatentId)
            .ToDictionary(group => group.Key, group => PublishedOffer.Of([.. group], announced.GetValueOrDefault(group.Key), today));
    }
}
