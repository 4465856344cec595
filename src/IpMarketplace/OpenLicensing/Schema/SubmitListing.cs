using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A listing to be submitted.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record SubmitListingInput(
    [property: ID<Listing>] long ListingId,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>submitListing</c>.</summary>
[MutationType]
public static partial class SubmitListing
{
    /// <summary>Hands a listing to an approver once nothing is missing (domain.md 9.3; OL-04).</summary>
    [Authorize(nameof(Permission.PrepareListings))]
    [Error<ListingIncomplete>]
    [Error<PromotionalWording>]
    [Error<PatentRecordIncomplete>]
    public static async Task<FieldResult<Listing>> SubmitListingAsync(SubmitListingInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var listing = await db.Listings.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.ListingId, ct);
        if (listing is null)
        {
            return new(new NotFound(nameof(Listing)));
        }
        var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == listing.PatentId, ct);
        if ((listing.RefusesVersion(input.ExpectedVersion) ?? listing.Submit(viewer, patent)) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return listing;
    }
}
