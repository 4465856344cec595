using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A listing to be shown again by an administration.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record LiftModerationInput(
    [property: ID<Listing>] long ListingId,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>liftModeration</c>.</summary>
[MutationType]
public static partial class LiftModeration
{
    /// <summary>Shows a listing again that an administration had hidden.</summary>
    [Authorize(nameof(Permission.Moderate))]
    [Error<SuspendedByAnother>]
    [Error<RightNotInForce>]
    [Error<OpenLicenceBarred>]
    [Error<BarredWhileDeclared>]
    public static async Task<FieldResult<Listing>> LiftModerationAsync(
        LiftModerationInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var watched = db.OrganizationsWatchedBy(viewer);
        var listing = await db.Listings.SingleOrDefaultAsync(row => row.Id == input.ListingId && watched.Contains(row.OrganizationId), ct);
        if (listing is null)
        {
            return new(new NotFound(nameof(Listing)));
        }
        var standing = await db.StandingOfAsync(listing.PatentId, clock.Today(), ct);
        if ((listing.RefusesVersion(input.ExpectedVersion) ?? listing.Resume(viewer, standing)) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return listing;
    }
}
