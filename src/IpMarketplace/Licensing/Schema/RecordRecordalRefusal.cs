using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A refused recordal.</summary>
/// <param name="LicenceId">The licence.</param>
/// <param name="Ground">The ground of RC-09; 1 to 1,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record RecordRecordalRefusalInput(
    [property: ID<Licence>] long LicenceId,
    [property: Paragraphs] string Ground,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordRecordalRefusal</c>.</summary>
[MutationType]
public static partial class RecordRecordalRefusal
{
    /// <summary>Records that CNIPA refused the recordal. The licence keeps its effect (OL-64).</summary>
    [Authorize(nameof(Permission.RecordLicences))]
    public static async Task<FieldResult<Licence>> RecordRecordalRefusalAsync(
        RecordRecordalRefusalInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var licence = await db.Licences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceId, ct);
        if (licence is null)
        {
            return new(new NotFound(nameof(Licence)));
        }
        if ((licence.RefusesVersion(input.ExpectedVersion) ?? licence.RecordRecordalRefusal(input.Ground)) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return licence;
    }
}
