using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A written consent received on paper.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="Owner">The co-owner's name in the patent register.</param>
/// <param name="Document">The written consent, by its reference; 1 to 200 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record RecordCoOwnerConsentInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    string Owner,
    string Document,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordCoOwnerConsent</c>.</summary>
[MutationType]
public static partial class RecordCoOwnerConsent
{
    /// <summary>
    /// Records the written consent of a co-owner who is not registered here; one who is gives it by <c>consentToOpenLicence</c> (OL-07, OL-41).
    /// </summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    [Error<ConsentGivenAlready>]
    [Error<NotACoOwner>]
    public static async Task<FieldResult<OpenLicence>> RecordCoOwnerConsentAsync(
        RecordCoOwnerConsentInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var openLicence = await db.OpenLicences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == openLicence.PatentId, ct);
        var name = OrganizationName.Normalize(input.Owner);
        if (patent.CoOwnersOf(openLicence.OrganizationId).FirstOrDefault(owner => owner.OrganizationId is null && OrganizationName.Normalize(owner.Name) == name) is not { } coOwner)
        {
            return new(new NotACoOwner(input.Owner));
        }
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.Consent(coOwner, input.Document, clock.GetUtcNow())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
