using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api.Demo;

/// <summary>
/// Everything that happens in the demo. It is played in the order of time, each deed by its person with the clock at its moment,
/// so that rows, history and feed are those of two years in which it was all done by hand.
/// </summary>
internal sealed class DemoTimeline(DemoClock clock, DateTimeOffset now)
{
    private readonly List<(DateTimeOffset At, Viewer By, string What, MarketplaceDbContext Db, Func<Refusal?> Do)> _deeds = [];

    /// <summary>Notes a deed; what still lies ahead does not happen.</summary>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    /// <param name="what">What, for the message should the domain refuse it.</param>
    /// <param name="db">The context that tracks what the deed changes.</param>
    /// <param name="deed">What to do; the refusal if the domain says no.</param>
    public void Add(DateTimeOffset at, Viewer by, string what, MarketplaceDbContext db, Func<Refusal?> deed)
    {
        if (at < now)
        {
            _deeds.Add((at, by, what, db, deed));
        }
    }

    /// <summary>Plays all deeds, each saved on its own.</summary>
    /// <exception cref="InvalidOperationException">The domain refused a deed: the demo data break a rule.</exception>
    public async Task PlayAsync(CancellationToken ct)
    {
        foreach (var (at, by, what, db, deed) in _deeds.OrderBy(deed => deed.At))
        {
            clock.Now = at;
            db.Actor = by.IsSystem ? Actor.System : new Actor(by.UserId, by.OrganizationId, null);
            if (deed() is { } refusal)
            {
                throw new InvalidOperationException($"The demo data break a rule: {what} on {at:yyyy-MM-dd} was refused. {refusal.Message}");
            }
            await db.SaveChangesAsync(ct);
        }
    }
}
