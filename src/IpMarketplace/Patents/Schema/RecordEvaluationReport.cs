using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Patents.Schema;

/// <summary>A patent right evaluation report of CNIPA.</summary>
/// <param name="PatentId">The utility model or design.</param>
/// <param name="Date">The day it was issued.</param>
/// <param name="Conclusion">What it finds; only MEETS allows an open licence (OL-06).</param>
/// <param name="Reference">The report's number.</param>
/// <param name="ExpectedVersion">The version seen; another one is refused.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record RecordEvaluationReportInput(
    [property: ID<PatentCard>] long PatentId, DateOnly Date, EvaluationConclusion Conclusion, [property: MayBeBlank] string Reference, int? ExpectedVersion = null, string? IdempotencyKey = null)
    : IIdempotentInput;

/// <summary>The mutation <c>recordEvaluationReport</c>.</summary>
[MutationType]
public static partial class RecordEvaluationReport
{
    /// <summary>Records the evaluation report that a utility model or design needs to be openly licensed (OL-05).</summary>
    [Authorize(nameof(Permission.RecordPatentFacts))]
    [Error<EvidenceRequired>]
    public static Task<FieldResult<PatentCard>> RecordEvaluationReportAsync(
        RecordEvaluationReportInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var report = new EvaluationReport(input.Date, input.Conclusion, input.Reference);
        return db.ChangePatentAsync(input.PatentId, input.ExpectedVersion, viewer, patent => patent.RecordEvaluationReport(report, clock.Today()), ct);
    }
}
