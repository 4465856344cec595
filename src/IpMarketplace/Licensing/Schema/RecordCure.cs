using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A cured breach.</summary>
/// <param name="LicenceId">The licence.</param>
/// <param name="Evidence">What shows it, by its reference; 1 to 2,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record RecordCureInput(
    [property: ID<Licence>] long LicenceId,
    string Evidence,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordCure</c>.</summary>
[MutationType]
public static partial class RecordCure
{
    /// <summary>Records that the own side cured its breach.</summary>
    [Authorize(nameof(Permission.RecordLicences))]
    [Error<NotTheEntitledParty>]
    public static async Task<FieldResult<Licence>> RecordCureAsync(RecordCureInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var licence = await db.Licences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceId, ct);
        if (licence is null)
        {
            return new(new NotFound(nameof(Licence)));
        }
        if ((licence.RefusesVersion(input.ExpectedVersion) ?? licence.RecordCure(licence.PartyOf(viewer), input.Evidence)) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return licence;
    }
}
