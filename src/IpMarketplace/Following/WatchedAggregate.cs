using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Persistence.ChangeFeed;

namespace IpMarketplace.Following;

/// <summary>An aggregate as a subscription sees it.</summary>
public static class WatchedAggregate
{
    internal static string Topic(string aggregateType, long id) => string.Create(null, stackalloc char[80], $"{aggregateType}:{id}");

    /// <summary>
    /// The aggregate after each of its changes, for as long as it can be loaded; changes that came together are shown as one. Listening begins before
    /// the first load, so that no change falls between.
    /// </summary>
    /// <param name="events">The events of this process.</param>
    /// <param name="id">Which one.</param>
    /// <param name="load">Loads it as the viewer may see it now; null where it is not to be seen, or no longer.</param>
    /// <param name="ct">Cancels the opening.</param>
    /// <exception cref="GraphQLException">There is no such thing for the viewer: <c>NOT_FOUND</c>.</exception>
    public static async Task<IAsyncEnumerable<TAggregate>> WatchAsync<TAggregate>(
        this ITopicEventReceiver events, long id, Func<CancellationToken, Task<TAggregate?>> load, CancellationToken ct) where TAggregate : Aggregate
    {
        var changes = await events.SubscribeAsync<Change>(Topic(typeof(TAggregate).Name, id), ct);
        try
        {
            return await load(ct) is null ? throw NotThere(new NotFound(typeof(TAggregate).Name)) : FollowAsync(changes, load, default);
        }
        catch
        {
            await changes.DisposeAsync();
            throw;
        }
    }

    private static async IAsyncEnumerable<TAggregate> FollowAsync<TAggregate>(
        ISourceStream<Change> changes, Func<CancellationToken, Task<TAggregate?>> load, [EnumeratorCancellation] CancellationToken ct) where TAggregate : Aggregate
    {
        await using var source = changes;
        var shown = 0;
        await foreach (var _ in changes.ReadEventsAsync().WithCancellation(ct))
        {
            if (await load(ct) is not { } present)
            {
                yield break;
            }
            if (present.Version != shown)
            {
                shown = present.Version;
                yield return present;
            }
        }
    }

    private static GraphQLException NotThere(NotFound refusal) => new(ErrorBuilder.New().SetMessage(refusal.Message).SetCode(refusal.Code).Build());
}
