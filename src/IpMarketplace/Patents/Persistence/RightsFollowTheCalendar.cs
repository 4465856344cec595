using IpMarketplace.Following.Sweeps;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Persistence;

/// <summary>Ends terms and fee periods when their day has come (AF-03, AF-04, AF-11; domain.md 9.17).</summary>
internal sealed class RightsFollowTheCalendar(TimeProvider clock) : ISweep
{
    private const int AtATime = 500;

    public string Name => "rights follow the calendar";

    public async Task<int> SweepAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        var today = clock.Today();
        var graceBegan = today.AddMonths(-AnnualFees.GraceMonths);
        var due = await db.Patents
            .Where(patent => (patent.Status == RightStatus.InForce && (patent.ExpiryDate < today || patent.AnnualFeeDueOn < today))
                || (patent.Status == RightStatus.FeeOverdue && patent.AnnualFeeDueOn < graceBegan))
            .OrderBy(patent => patent.Id)
            .Take(AtATime)
            .ToListAsync(ct);
        due.ForEach(patent => patent.FollowCalendar(today));
        await db.SaveChangesAsync(ct);
        return due.Count;
    }
}
