using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api.Demo;

/// <summary>What one person does at one moment of the demo; the refusal if the domain says no.</summary>
internal delegate Task<Refusal?> DemoDeed(MarketplaceDbContext db, CancellationToken ct);

/// <summary>
/// Everything that happens in the demo. It is played in the order of time, each deed by its person with the clock at its moment,
/// so that rows, history and feed are those of two years in which it was all done by hand.
/// </summary>
internal sealed class DemoTimeline(DemoClock clock, DateTimeOffset now)
{
    private readonly List<(DateTimeOffset At, Viewer By, string What, DemoDeed Do)> _deeds = [];

    /// <summary>Notes a deed; what still lies ahead does not happen.</summary>
    public void Add(DateTimeOffset at, Viewer by, string what, DemoDeed deed)
    {
        if (at < now)
        {
            _deeds.Add((at, by, what, deed));
        }
    }

    /// <summary>Plays all deeds, each saved on its own.</summary>
    /// <exception cref="InvalidOperationException">The domain refused a deed: the demo data break a rule.</exception>
    public async Task PlayAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        foreach (var (at, by, what, deed) in _deeds.OrderBy(deed => deed.At))
        {
            clock.Now = at;
            db.Actor = by.IsSystem ? Actor.System : new Actor(by.UserId, by.OrganizationId, null);
            if (await deed(db, ct) is { } refusal)
            {
                throw new InvalidOperationException($"The demo data break a rule: {what} on {at:yyyy-MM-dd} was refused. {refusal.Message}");
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
