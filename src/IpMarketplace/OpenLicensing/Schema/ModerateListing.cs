using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A listing to be hidden by an administration.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="Reason">Why; 1 to 1,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ModerateListingInput(
    [property: ID<Listing>] long ListingId,
    [property: Paragraphs] string Reason,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>moderateListing</c>.</summary>
[MutationType]
public static partial class ModerateListing
{
    /// <summary>Hides a published listing in the own region, with a reason; the administration takes no other step for a party (PL 79).</summary>
    [Authorize(nameof(Permission.Moderate))]
    public static async Task<FieldResult<Listing>> ModerateListingAsync(
        ModerateListingInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var watched = db.OrganizationsWatchedBy(viewer);
        var listing = await db.Listings.SingleOrDefaultAsync(row => row.Id == input.ListingId && watched.Contains(row.OrganizationId), ct);
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
