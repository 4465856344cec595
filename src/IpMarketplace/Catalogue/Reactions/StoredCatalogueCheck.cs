using IpMarketplace.Catalogue.Persistence;
using IpMarketplace.Following;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Compares what a starting server would show from the stored catalogue with what the database holds.</summary>
internal sealed class StoredCatalogueCheck(
    PatentCatalogue catalogue, CatalogueFollower follower, FeedStore feed, IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock)
{
    /// <summary>Every difference that a second look finds too, and of how many patents; null when there is no stored catalogue that can be used.</summary>
    public async Task<(int Patents, IReadOnlyList<CatalogueDifference> Differences)?> FindDifferencesAsync(CancellationToken ct)
    {
        var head = await feed.HeadAsync(ct);
        if (!await follower.TryRestoreAsync(head, ct))
        {
            return null;
        }
        var differences = await LookAsync(ct);
        if (differences.Count > 0)
        {
            await follower.FollowAsync(head, await feed.HeadAsync(ct), ct);
            var found = differences.Select(difference => (difference.PatentId, difference.Field)).ToHashSet();
            differences = (await LookAsync(ct)).FindAll(difference => found.Contains((difference.PatentId, difference.Field)));
        }
        return (catalogue.Count, differences);
    }

    private async Task<List<CatalogueDifference>> LookAsync(CancellationToken ct)
    {
        var read = new PatentCatalogue();
        await new CatalogueBuild(contexts, clock.Today(), new StartProgress()).FillAsync(read, ct);
        return CatalogueComparison.Of(catalogue, read);
    }
}
