using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A co-owner's consent.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="Document">The written consent, by its reference; 1 to 200 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ConsentToOpenLicenceInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    string Document,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>consentToOpenLicence</c>.</summary>
[MutationType]
public static partial class ConsentToOpenLicence
{
    /// <summary>
    /// Gives the own organization's written consent, as a co-owner of the patent, to a declaration before it is filed, or to its withdrawal while it is
    /// announced (OL-07, OL-41).
    /// </summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    [Error<ConsentGivenAlready>]
    [Error<NotACoOwner>]
    public static async Task<FieldResult<OpenLicence>> ConsentToOpenLicenceAsync(
        ConsentToOpenLicenceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var patents = db.Patents.OwnedBy(viewer).Select(row => row.Id);
        var openLicence = await db.OpenLicences.Where(row => patents.Contains(row.PatentId)).SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == openLicence.PatentId, ct);
        if (patent.CoOwnersOf(openLicence.OrganizationId).FirstOrDefault(owner => owner.OrganizationId == viewer.OrganizationId) is not { } coOwner)
        {
            return new(new NotACoOwner("Your organization"));
        }
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.Consent(coOwner, input.Document, clock.GetUtcNow())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
