using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Persistence;

/// <summary>The steps that every record of a fact takes: load within the viewer's scope, let the patent decide, save, show the card.</summary>
internal static class PatentChanges
{
    public static async Task<FieldResult<PatentCard>> ChangePatentAsync(
        this MarketplaceDbContext db, long patentId, int? expectedVersion, Viewer viewer, Func<Patent, Refusal?> change, CancellationToken ct)
    {
        if (await db.Patents.RecordableBy(viewer, db).SingleOrDefaultAsync(patent => patent.Id == patentId, ct) is not { } patent)
        {
            return new(new NotFound("Patent"));
        }
        if (expectedVersion is not null && expectedVersion != patent.Version)
        {
            return new(new ChangedMeanwhile(expectedVersion, patent.Version));
        }
        if (change(patent) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return (await db.CardsOfAsync(db.Patents.Where(row => row.Id == patentId), ct)).Single();
    }
}
