using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A listing to be published.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ApproveListingInput(
    [property: ID<Listing>] long ListingId,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>approveListing</c>.</summary>
[MutationType]
public static partial class ApproveListing
{
    /// <summary>Publishes a listing; the approver is another person than the submitter (GI-08), the right is in force and nothing bars it (INV-22).</summary>
    [Authorize(nameof(Permission.ApproveListings))]
    [Error<ApproverMustDiffer>]
    [Error<RightNotInForce>]
    [Error<OpenLicenceBarred>]
    [Error<BarredWhileDeclared>]
    [Error<PromotionalWording>]
    public static async Task<FieldResult<Listing>> ApproveListingAsync(
        ApproveListingInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var listing = await db.Listings.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.ListingId, ct);
        if (listing is null)
        {
            return new(new NotFound(nameof(Listing)));
        }
        var standing = await db.StandingOfAsync(listing.PatentId, clock.Today(), ct);
        if ((listing.RefusesVersion(input.ExpectedVersion) ?? listing.Approve(viewer, standing, clock.GetUtcNow())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return listing;
    }
}
