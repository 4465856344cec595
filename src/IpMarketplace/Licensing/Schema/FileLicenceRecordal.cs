using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A filing for recordal.</summary>
/// <param name="LicenceId">The licence.</param>
/// <param name="FiledOn">The day of filing.</param>
/// <param name="Documents">References to what was filed: the notice and the voucher, or a contract (OL-63); 1 to 1,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record FileLicenceRecordalInput(
    [property: ID<Licence>] long LicenceId,
    DateOnly FiledOn,
    [property: Paragraphs] string Documents,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>fileLicenceRecordal</c>.</summary>
[MutationType]
public static partial class FileLicenceRecordal
{
    /// <summary>
    /// Records that a licence was filed for recordal, by the patentee or the licensee (OL-60, OL-62), within three months of effect (OL-61); filing late
    /// is flagged and never refused (INV-62).
    /// </summary>
    [Authorize(nameof(Permission.RecordLicences))]
    [Error<RecordalWouldBeRefused>]
    public static async Task<FieldResult<Licence>> FileLicenceRecordalAsync(
        FileLicenceRecordalInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var licence = await db.Licences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceId, ct);
        if (licence is null)
        {
            return new(new NotFound(nameof(Licence)));
        }
        var patents = await db.PatentsOfAsync(licence, ct);
        if ((licence.RefusesVersion(input.ExpectedVersion) ?? licence.FileRecordal(patents, input.FiledOn, input.Documents, clock.Today())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return licence;
    }
}
