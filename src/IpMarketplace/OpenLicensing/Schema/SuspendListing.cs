using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A listing to be hidden.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="Reason">Why; 1 to 1,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record SuspendListingInput(
    [property: ID<Listing>] long ListingId,
    [property: Paragraphs] string Reason,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>suspendListing</c>.</summary>
[MutationType]
public static partial class SuspendListing
{
    /// <summary>Hides a published listing of the own organization for a while.</summary>
    [Authorize(nameof(Permission.PrepareListings))]
    public static async Task<FieldResult<Listing>> SuspendListingAsync(
        SuspendListingInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var listing = await db.Listings.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.ListingId, ct);
        if (listing is null)
        {
            return new(new NotFound(nameof(Listing)));
        }
        if ((listing.RefusesVersion(input.ExpectedVersion) ?? listing.Suspend(viewer, input.Reason)) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return listing;
    }
}
