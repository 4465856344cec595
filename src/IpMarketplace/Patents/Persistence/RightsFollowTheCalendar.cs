using IpMarketplace.Following.Sweeps;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Persistence;

/// <summary>Ends terms and fee periods when their day has come (AF-03, AF-04, AF-11; domain.md 9.17).</summary>
internal sealed class RightsFollowTheCalendar(TimeProvider clock) : ISweep
{
    public string Name => "rights follow the calendar";

    // Three questions, each answered by its index from where the due ones stand; in one with OR the database would visit every patent.
    public async Task<IReadOnlyList<long>> FindDueAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var today = clock.Today();
        var lastMissed = LastWhoseGraceIsOver(today);
        var inForce = db.Patents.IgnoreAutoIncludes().Where(patent => patent.Status == RightStatus.InForce);
        var overdue = db.Patents.IgnoreAutoIncludes().Where(patent => patent.Status == RightStatus.FeeOverdue);
        var due = new HashSet<long>();
        due.UnionWith(await IdsAsync(inForce.Where(patent => patent.ExpiryDate < today).OrderBy(patent => patent.ExpiryDate)));
        due.UnionWith(await IdsAsync(inForce.Where(patent => patent.AnnualFeeDueOn < today).OrderBy(patent => patent.AnnualFeeDueOn)));
        due.UnionWith(await IdsAsync(overdue.Where(patent => patent.AnnualFeeDueOn <= lastMissed).OrderBy(patent => patent.AnnualFeeDueOn)));
        return [.. due];

        Task<List<long>> IdsAsync(IQueryable<Patent> patents) => patents.Select(patent => patent.Id).Take(atMost).ToListAsync(ct);
    }

    public async Task<int> SweepAsync(MarketplaceDbContext db, IReadOnlyList<long> due, CancellationToken ct)
    {
        var today = clock.Today();
        var patents = await db.Patents.Where(patent => due.Contains(patent.Id)).ToListAsync(ct);
        patents.ForEach(patent => patent.FollowCalendar(today));
        var changed = patents.Count(patent => patent.Transitions.Count > 0);
        await db.SaveChangesAsync(ct);
        return changed;
    }

    // Months differ in length: six months back from 31 August is 28 February, yet the grace of 28 February was over on 28 August.
    private static DateOnly LastWhoseGraceIsOver(DateOnly today)
    {
        var missed = today.AddMonths(-AnnualFees.GraceMonths).AddDays(3);
        while (missed.AddMonths(AnnualFees.GraceMonths) >= today)
        {
            missed = missed.AddDays(-1);
        }
        return missed;
    }
}
