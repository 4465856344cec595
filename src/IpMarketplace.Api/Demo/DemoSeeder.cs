using IpMarketplace.Accounts;
using IpMarketplace.Following;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

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

    /// <summary>Seeds, unless the database holds anything.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> SeedAsync(CancellationToken ct)
    {
        var calendar = new DemoCalendar(clock.Today());
        var walking = new DemoClock { Now = calendar.At(DaysToPlay, DemoCalendar.Night) };
        // A container of its own, because the clock of everything that writes has to walk through the past.
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(walking).AddPersistence(database).AddFollowing().BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.WriteAsync(async () =>
        {
            if (await db.Organizations.AnyAsync(ct))
            {
                return false;
            }
            db.Add(new DatabaseMark { Name = DatabaseMark.Demo });
            var hash = hasher.HashPassword(new Account { DisplayName = "" }, DemoUsers.Password);
            var world = await DemoWorld.ImportAsync(db, hash, walking, ct);
            var timeline = new DemoTimeline(walking, clock.GetUtcNow());
            var stories = new List<MarketplaceDbContext>();
            try
            {
                foreach (var offer in DemoData.Offers())
                {
                    var own = await JoinAsync(contexts.CreateDbContext(), db, ct);
                    stories.Add(own);
                    var patent = await own.Patents.Include(row => row.Text).SingleAsync(row => row.Id == world.PatentId(offer.Patent), ct);
                    Tell(new DemoOfferStory(offer, patent, own, world, timeline, calendar), world, timeline, calendar);
                }
                await timeline.PlayAsync(ct);
                walking.Now = clock.GetUtcNow();
                await ConfirmRightsAsync(db, clock.Today(), ct);
            }
            finally
            {
                stories.ForEach(story => story.Dispose());
            }
            return true;
        }, ct);
    }

    /// <summary>Whether a database was ever filled with the demo.</summary>
    internal static async Task<bool> WasInAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContextAsync(ct);
        return await db.Set<DatabaseMark>().AnyAsync(mark => mark.Name == DatabaseMark.Demo, ct);
    }

    private static void Tell(DemoOfferStory story, DemoWorld world, DemoTimeline timeline, DemoCalendar calendar)
    {
        story.Tell();
        foreach (var request in story.Offer.Declaration?.Requests ?? [])
        {
            new DemoRequestStory(request, story, world, timeline, calendar).Tell();
        }
    }

    /// <summary>Reads the register once more today, so that every right is known to stand as it is shown.</summary>
    private static async Task ConfirmRightsAsync(MarketplaceDbContext db, DateOnly today, CancellationToken ct)
    {
        foreach (var patent in await db.Patents.Where(patent => patent.Status == RightStatus.InForce).ToListAsync(ct))
        {
            patent.FollowCalendar(today);
            patent.ConfirmStatus(today, "专利登记簿（演示数据）", today);
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Lets a context write in the transaction of another.</summary>
    private static async Task<MarketplaceDbContext> JoinAsync(MarketplaceDbContext joining, MarketplaceDbContext db, CancellationToken ct)
    {
        joining.Database.SetDbConnection(db.Database.GetDbConnection());
        await joining.Database.UseTransactionAsync(db.Database.CurrentTransaction!.GetDbTransaction(), ct);
        return joining;
    }
}
