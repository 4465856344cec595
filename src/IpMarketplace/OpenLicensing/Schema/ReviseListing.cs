using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A listing to be changed.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="Content">The whole content; it replaces what was there.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ReviseListingInput(
    [property: ID<Listing>] long ListingId,
    ListingContentInput Content,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>reviseListing</c>.</summary>
[MutationType]
public static partial class ReviseListing
{
    /// <summary>Replaces the content of a draft or a returned listing.</summary>
    [Authorize(nameof(Permission.PrepareListings))]
    public static async Task<FieldResult<Listing>> ReviseListingAsync(ReviseListingInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var listing = await db.Listings.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.ListingId, ct);
        if (listing is null)
        {
            return new(new NotFound(nameof(Listing)));
        }
        if ((listing.RefusesVersion(input.ExpectedVersion) ?? listing.Revise(input.Content.Read())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return listing;
    }
}
