using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A patent to be listed.</summary>
/// <param name="PatentId">A patent that the own organization owns or co-owns.</param>
/// <param name="Mode">What is offered; one listing per mode (INV-20).</param>
/// <param name="Content">What it says; parts may follow later.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record CreateListingInput(
    [property: ID<PatentCard>] long PatentId,
    ListingMode Mode,
    ListingContentInput Content,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>createListing</c>.</summary>
[MutationType]
public static partial class CreateListing
{
    /// <summary>Drafts a listing of a patent of the own organization (domain.md 9.3).</summary>
    [Authorize(nameof(Permission.PrepareListings))]
    [Error<ListingExists>]
    public static async Task<FieldResult<Listing>> CreateListingAsync(CreateListingInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var patent = await db.Patents.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.PatentId, ct);
        if (patent is null)
        {
            return new(new NotFound(nameof(Patent)));
        }
        if (await db.Listings.AnyAsync(row => row.PatentId == patent.Id && row.Mode == input.Mode && row.State != ListingState.Closed, ct))
        {
            return new(new ListingExists(input.Mode));
        }
        if (Listing.Create(viewer, patent, input.Mode, input.Content.Read(), out var listing) is { } refusal)
        {
            return new(refusal);
        }
        db.Add(listing);
        await db.SaveChangesAsync(ct);
        return listing;
    }
}
