using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Persistence;

/// <summary>Cards read from the database, for patents that are not in the catalogue.</summary>
public static class PatentCards
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>The cards of the patents chosen, in no order: one query for patents and owners, one for the owners' organizations.</summary>
        public async Task<List<PatentCard>> CardsOfAsync(IQueryable<Patent> patents, CancellationToken ct)
        {
            var rows = await patents.AsNoTracking().IgnoreAutoIncludes().Include(patent => patent.Owners).ToListAsync(ct);
            var ids = rows.SelectMany(patent => patent.Owners).Select(owner => owner.OrganizationId).OfType<long>().Distinct().ToList();
            var organizations = await db.Organizations.Where(organization => ids.Contains(organization.Id))
                .Select(organization => new { organization.Id, organization.NameEn, organization.RegionCode })
                .ToDictionaryAsync(organization => organization.Id, ct);
            return rows.ConvertAll(patent => new PatentCard(
                patent.Id,
                patent.Version,
                patent.Number?.Value,
                patent.Publication?.Value,
                patent.Kind,
                patent.Title,
                patent.TitleEn,
                patent.Status,
                patent.StatusConfirmedOn,
                patent.FilingDate,
                patent.GrantDate,
                patent.ExpiryDate,
                patent.IpcSymbols,
                patent.ReadinessLevel,
                [.. patent.Owners.Select(owner =>
                {
                    var organization = owner.OrganizationId is { } id ? organizations[id] : null;
                    return new PatentOwnerCard(owner.Name, organization?.NameEn, owner.Kind, owner.Share, organization?.RegionCode?[..2], owner.OrganizationId);
                })]));
        }
    }
}
