using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A recordal at CNIPA.</summary>
/// <param name="LicenceId">The licence.</param>
/// <param name="RecordalNumber">The recordal number (RC-08); 1 to 60 characters.</param>
/// <param name="RecordedOn">The recordal date.</param>
/// <param name="Certificate">The certificate, by its reference; 1 to 200 characters.</param>
/// <param name="FiledOn">The day of filing, where the filing is not recorded yet.</param>
/// <param name="Documents">References to what was filed, where the filing is not recorded yet.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record RecordLicenceInput(
    [property: ID<Licence>] long LicenceId,
    string RecordalNumber,
    DateOnly RecordedOn,
    string Certificate,
    DateOnly? FiledOn = null,
    [property: Paragraphs] string? Documents = null,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordLicence</c>.</summary>
[MutationType]
public static partial class RecordLicence
{
    /// <summary>
    /// Records the recordal of a licence with its number and certificate, by the patentee or the licensee (OL-60). A filing that is not recorded yet is
    /// recorded with it.
    /// </summary>
    [Authorize(nameof(Permission.RecordLicences))]
    [Error<RecordalWouldBeRefused>]
    public static async Task<FieldResult<Licence>> RecordLicenceAsync(
        RecordLicenceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var licence = await db.Licences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceId, ct);
        if (licence is null)
        {
            return new(new NotFound(nameof(Licence)));
        }
        var today = clock.Today();
        if (licence.RefusesVersion(input.ExpectedVersion) is { } stale)
        {
            return new(stale);
        }
        if (licence.Recordal is RecordalState.NotFiled or RecordalState.Correction)
        {
            if (input.Documents is not { } documents)
            {
                return new(new InputInvalid("documents", "The filing is not recorded yet: name what was filed."));
            }
            if (licence.FileRecordal(await db.PatentsOfAsync(licence, ct), input.FiledOn ?? input.RecordedOn, documents, today) is { } unfit)
            {
                return new(unfit);
            }
        }
        if (licence.Record(input.RecordalNumber, input.RecordedOn, input.Certificate, today) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return licence;
    }
}
