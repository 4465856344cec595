using IpMarketplace.Following;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IpMarketplace.Api.Health;

/// <summary>
/// What is read from memory is complete, and what follows the feed keeps up. Not ready while memory is being built, and when the feed could not be
/// read or a follower stood still for longer than <see cref="ChangeFeedSettings.LongestStandstill"/>; degraded (it serves, but somebody should look) when a
/// change is parked or a follower is more than <see cref="ChangeFeedSettings.LargestLag"/> changes behind.
/// </summary>
internal sealed class FollowersCheck(ChangeFeedProgress progress, ParkedChanges parked, ChangeFeedSettings settings, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var parkedCount = await parked.CountAsync(cancellationToken);
        var states = progress.States;
        var standstill = clock.GetUtcNow() - settings.LongestStandstill;
        var facts = new Dictionary<string, object>
        {
            ["lag"] = states.ToDictionary(state => state.Name, state => Math.Max(0, progress.Head - state.Position)),
            ["parked"] = parkedCount,
            ["setAside"] = states.Sum(state => state.SetAside),
        };
        if (!progress.IsReady)
        {
            return HealthCheckResult.Unhealthy("What is read from memory is being built.", data: facts);
        }
        if (progress.UnreadSince < standstill)
        {
            return HealthCheckResult.Unhealthy($"The change feed could not be read since {progress.UnreadSince:u}.", data: facts);
        }
        if (states.FirstOrDefault(state => state.StumblesSince < standstill) is { } held)
        {
            return HealthCheckResult.Unhealthy($"{held.Name} waits for the database since {held.StumblesSince:u}.", data: facts);
        }
        if (states.FirstOrDefault(state => progress.Head - state.Position > settings.LargestLag) is { } late)
        {
            return HealthCheckResult.Degraded($"{late.Name} is {progress.Head - late.Position} changes behind.", data: facts);
        }
        return parkedCount > 0 || states.Any(state => state.SetAside > 0)
            ? HealthCheckResult.Degraded("Changes are parked; see the command \"followers list\".", data: facts)
            : HealthCheckResult.Healthy(data: facts);
    }
}
