using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Patents.Schema;

/// <summary>A change of legal status and what shows it.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="Action">What happened.</param>
/// <param name="EffectiveOn">The day from which it takes effect.</param>
/// <param name="Evidence">What shows it: the number of the gazette, of a receipt, of a decision.</param>
/// <param name="ExpectedVersion">The version seen; another one is refused.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record RecordPatentStatusInput(
    [property: ID<PatentCard>] long PatentId, RightAction Action, DateOnly EffectiveOn, [property: MayBeBlank] string Evidence, int? ExpectedVersion = null, string? IdempotencyKey = null)
    : IIdempotentInput;

/// <summary>The mutation <c>recordPatentStatus</c>.</summary>
[MutationType]
public static partial class RecordPatentStatus
{
    /// <summary>Records a change of legal status that CNIPA announced (domain.md 9.1, INV-03). Listings and declarations follow it.</summary>
    [Authorize(nameof(Permission.RecordPatentFacts))]
    [Error<EvidenceRequired>]
    [Error<StatusDateImpossible>]
    [Error<PledgeeConsentMissing>]
    public static Task<FieldResult<PatentCard>> RecordPatentStatusAsync(
        RecordPatentStatusInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct) =>
        db.ChangePatentAsync(input.PatentId, input.ExpectedVersion, viewer, patent => patent.RecordStatus(input.Action, input.EffectiveOn, input.Evidence, clock.Today()), ct);
}
