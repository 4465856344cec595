using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Reactions;

/// <summary>Looks at open requests and running licences again: deadlines, silence, the end of a period or a right (domain.md 9.5, 9.7).</summary>
internal static class LicenceReview
{
    /// <summary>Reviews what the queries choose; the caller saves.</summary>
    public static async Task<int> ReviewAsync(
        MarketplaceDbContext db,
        IQueryable<LicenceRequest> requests,
        IQueryable<Licence> licences,
        LicensingRules rules,
        DateTimeOffset now,
        CancellationToken ct)
    {
        var openRequests = await requests.ToListAsync(ct);
        var running = await licences.ToListAsync(ct);
        var patentIds = openRequests.Select(request => request.PatentId)
            .Concat(running.SelectMany(licence => licence.Patents).Select(patent => patent.PatentId)).ToHashSet();
        var patents = await db.Patents.AsNoTracking().Where(patent => patentIds.Contains(patent.Id)).ToDictionaryAsync(patent => patent.Id, ct);
        foreach (var request in openRequests)
        {
            request.Review(patents[request.PatentId], rules, now);
            if (request.State == LicenceRequestState.Effective)
            {
                db.Add(Licence.Open(request));
            }
        }
        foreach (var licence in running)
        {
            licence.Review([.. licence.Patents.Select(patent => patents[patent.PatentId])], ChinaTime.DateIn(now));
        }
        return openRequests.Count(request => request.Transitions.Count > 0) + running.Count(licence => licence.Transitions.Count > 0);
    }
}
