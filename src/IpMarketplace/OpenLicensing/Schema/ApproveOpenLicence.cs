using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A declaration to be approved.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ApproveOpenLicenceInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>approveOpenLicence</c>.</summary>
[MutationType]
public static partial class ApproveOpenLicence
{
    /// <summary>
    /// Approves a declaration for filing; its terms are frozen from here on (INV-31). The approver is another person than the submitter (GI-08).
    /// </summary>
    [Authorize(nameof(Permission.ApproveOpenLicences))]
    [Error<ApproverMustDiffer>]
    [Error<ConsentsMissing>]
    [Error<OpenLicenceBarred>]
    [Error<AnotherDeclarationStands>]
    [Error<PricePublicityUnfinished>]
    [Error<EvaluationReportMissing>]
    [Error<EvaluationReportNegative>]
    [Error<PatentRecordIncomplete>]
    [Error<FeeStatementMissing>]
    [Error<FeeAboveUsual>]
    [Error<PromotionalWording>]
    [Error<PeriodOver>]
    [Error<PeriodExceedsPatent>]
    public static async Task<FieldResult<OpenLicence>> ApproveOpenLicenceAsync(
        ApproveOpenLicenceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var openLicence = await db.OpenLicences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        if (await db.HasStandingDeclarationAsync(openLicence.PatentId, openLicence.Id, ct))
        {
            return new(new AnotherDeclarationStands());
        }
        var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == openLicence.PatentId, ct);
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.Approve(viewer, patent, clock.Today())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
