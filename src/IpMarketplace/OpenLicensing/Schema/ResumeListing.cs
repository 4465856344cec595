using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A listing to be shown again.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ResumeListingInput(
    [property: ID<Listing>] long ListingId,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>resumeListing</c>.</summary>
[MutationType]
public static partial class ResumeListing
{
    /// <summary>Shows a listing again that the own organization had hidden; only who suspended it may, and only when nothing bars it.</summary>
    [Authorize(nameof(Permission.PrepareListings))]
    [Error<SuspendedByAnother>]
    [Error<RightNotInForce>]
    [Error<OpenLicenceBarred>]
    [Error<BarredWhileDeclared>]
    public static async Task<FieldResult<Listing>> ResumeListingAsync(
        ResumeListingInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var listing = await db.Listings.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.ListingId, ct);
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
