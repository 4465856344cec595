using IpMarketplace.Following;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>What the parties of a licence can listen to.</summary>
[SubscriptionType]
public static partial class LicensingSubscriptions
{
    /// <summary>A request for an open licence after each of its changes, for its parties and the administrations that watch over them. Ends when the viewer may no longer see it.</summary>
    [Authorize(nameof(Permission.ReadLicences))]
    [Subscribe(With = nameof(WatchLicenceRequestAsync))]
    public static LicenceRequest LicenceRequestChanged([EventMessage] LicenceRequest request) => request;

    /// <summary>A licence after each of its changes, for its parties and the administrations that watch over them. Ends when the viewer may no longer see it.</summary>
    [Authorize(nameof(Permission.ReadLicences))]
    [Subscribe(With = nameof(WatchLicenceAsync))]
    public static Licence LicenceChanged([EventMessage] Licence licence) => licence;

    /// <summary>Listens to a request.</summary>
    /// <param name="licenceRequestId">The request.</param>
    /// <param name="viewer">Who listens.</param>
    /// <param name="contexts">Where it is read.</param>
    /// <param name="events">What happens.</param>
    /// <param name="ct">Cancels the opening.</param>
    private static Task<IAsyncEnumerable<LicenceRequest>> WatchLicenceRequestAsync(
        [ID<LicenceRequest>] long licenceRequestId, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, ITopicEventReceiver events, CancellationToken ct) =>
        events.WatchAsync(licenceRequestId, stop => LicenceRequestNode.GetLicenceRequestByIdAsync(licenceRequestId, viewer, contexts, stop), ct);

    /// <summary>Listens to a licence.</summary>
    /// <param name="licenceId">The licence.</param>
    /// <param name="viewer">Who listens.</param>
    /// <param name="contexts">Where it is read.</param>
    /// <param name="events">What happens.</param>
    /// <param name="ct">Cancels the opening.</param>
    private static Task<IAsyncEnumerable<Licence>> WatchLicenceAsync(
        [ID<Licence>] long licenceId, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, ITopicEventReceiver events, CancellationToken ct) =>
        events.WatchAsync(licenceId, stop => LicenceNode.GetLicenceByIdAsync(licenceId, viewer, contexts, stop), ct);
}
