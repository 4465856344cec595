using IpMarketplace.Accounts;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Api.Demo;

/// <summary>
/// Fills an empty database with the demo: it plays two years that end today through the domain's own methods, in one transaction.
/// Where there already is any organization it does nothing.
/// </summary>
/// <param name="database">Which database to fill.</param>
/// <param name="hasher">Hashes the password of the demo users.</param>
/// <param name="clock">Tells today.</param>
public sealed class DemoSeeder(DatabaseSettings database, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private const int DaysToPlay = 860;
    private const int DaysSinceLastConfirmed = 18;

    /// <summary>Seeds, unless the database holds anything.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> SeedAsync(CancellationToken ct)
    {
        var calendar = new DemoCalendar(clock.Today());
        var walking = new DemoClock { Now = calendar.At(DaysToPlay, DemoCalendar.Night) };
        // A container of its own, because the clock of everything that writes has to walk through the past.
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(walking).AddPersistence(database).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContextAsync(ct);
        return await db.WriteAsync(async () =>
        {
            if (await db.Organizations.AnyAsync(ct))
            {
                return false;
            }
            var hash = hasher.HashPassword(new Account { DisplayName = "" }, DemoUsers.Password);
            var world = await DemoWorld.ImportAsync(db, hash, walking, ct);
            var timeline = new DemoTimeline(walking, clock.GetUtcNow());
            foreach (var offer in DemoData.Offers())
            {
                var story = new DemoOfferStory(offer, world, timeline, calendar);
                story.Tell();
                foreach (var request in offer.Declaration?.Requests ?? [])
                {
                    new DemoRequestStory(request, offer, () => story.OpenLicenceId, world, timeline, calendar).Tell();
                }
            }
            timeline.Add(calendar.At(DaysSinceLastConfirmed, DemoCalendar.Night), Viewer.System, "reading of the register", (db, ct) => ConfirmRightsAsync(db, calendar, ct));
            await timeline.PlayAsync(db, ct);
            return true;
        }, ct);
    }

    private static async Task<Kernel.Errors.Refusal?> ConfirmRightsAsync(MarketplaceDbContext db, DemoCalendar calendar, CancellationToken ct)
    {
        var day = calendar.Day(DaysSinceLastConfirmed);
        foreach (var patent in await db.Patents.Include(row => row.Text).ToListAsync(ct))
        {
            patent.FollowCalendar(day);
            if (patent.ConfirmStatus(day, "专利登记簿（演示数据）", day) is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }
}
