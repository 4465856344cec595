using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A draft to be submitted.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record SubmitOpenLicenceInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>submitOpenLicence</c>.</summary>
[MutationType]
public static partial class SubmitOpenLicence
{
    /// <summary>
    /// Hands a declaration to an approver once what the law asks of it is there (OL-03 to OL-06, OL-10 to OL-13) and nothing bars it (OL-20 to OL-25).
    /// </summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    [Error<OpenLicenceBarred>]
    [Error<EvaluationReportMissing>]
    [Error<EvaluationReportNegative>]
    [Error<PatentRecordIncomplete>]
    [Error<FeeStatementMissing>]
    [Error<FeeAboveUsual>]
    [Error<PromotionalWording>]
    [Error<PeriodOver>]
    [Error<PeriodExceedsPatent>]
    public static async Task<FieldResult<OpenLicence>> SubmitOpenLicenceAsync(
        SubmitOpenLicenceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var openLicence = await db.OpenLicences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == openLicence.PatentId, ct);
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.Submit(viewer, patent, clock.Today())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
