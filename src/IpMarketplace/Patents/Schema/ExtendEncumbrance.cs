using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Patents.Schema;

/// <summary>An encumbrance that lasts longer.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="EncumbranceId">The ownership dispute or preservation, by <c>Encumbrance.id</c>.</param>
/// <param name="Until">The new last day.</param>
/// <param name="Evidence">What shows it: the decision or order.</param>
/// <param name="ExpectedVersion">The version seen; another one is refused.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record ExtendEncumbranceInput(
    [property: ID<PatentCard>] long PatentId, [property: ID<EncumbranceCard>] long EncumbranceId, DateOnly Until, [property: MayBeBlank] string Evidence, int? ExpectedVersion = null, string? IdempotencyKey = null)
    : IIdempotentInput;

/// <summary>The mutation <c>extendEncumbrance</c>.</summary>
[MutationType]
public static partial class ExtendEncumbrance
{
    /// <summary>Records that the suspension for an ownership dispute, or a preservation, was extended before it ended (OL-26).</summary>
    [Authorize(nameof(Permission.RecordPatentFacts))]
    [Error<EvidenceRequired>]
    [Error<EncumbranceNotChangeable>]
    public static Task<FieldResult<PatentCard>> ExtendEncumbranceAsync(
        ExtendEncumbranceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct) =>
        db.ChangePatentAsync(input.PatentId, input.ExpectedVersion, viewer,
            patent => patent.ExtendEncumbrance(input.EncumbranceId, input.Until, input.Evidence, clock.Today()), ct);
}
