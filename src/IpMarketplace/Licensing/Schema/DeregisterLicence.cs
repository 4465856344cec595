using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A deregistered recordal.</summary>
/// <param name="LicenceId">The licence.</param>
/// <param name="Evidence">What shows it, by its reference; 1 to 2,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record DeregisterLicenceInput(
    [property: ID<Licence>] long LicenceId,
    string Evidence,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>deregisterLicence</c>.</summary>
[MutationType]
public static partial class DeregisterLicence
{
    /// <summary>Records that the recordal of a licence that is over was deregistered (RC-10).</summary>
    [Authorize(nameof(Permission.RecordLicences))]
    public static async Task<FieldResult<Licence>> DeregisterLicenceAsync(
        DeregisterLicenceInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var licence = await db.Licences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceId, ct);
        if (licence is null)
        {
            return new(new NotFound(nameof(Licence)));
        }
        if ((licence.RefusesVersion(input.ExpectedVersion) ?? licence.Deregister(input.Evidence)) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return licence;
    }
}
