using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Patents.Schema;

/// <summary>An encumbrance that ended.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="EncumbranceId">The encumbrance, by <c>Encumbrance.id</c>.</param>
/// <param name="On">The day from which it no longer stands.</param>
/// <param name="Evidence">What shows it: the gazette, a court's order.</param>
/// <param name="ExpectedVersion">The version seen; another one is refused.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record LiftEncumbranceInput(
    [property: ID<PatentCard>] long PatentId, [property: ID<EncumbranceCard>] long EncumbranceId, DateOnly On, [property: MayBeBlank] string Evidence, int? ExpectedVersion = null, string? IdempotencyKey = null)
    : IIdempotentInput;

/// <summary>The mutation <c>liftEncumbrance</c>.</summary>
[MutationType]
public static partial class LiftEncumbrance
{
    /// <summary>Records that an encumbrance was lifted or deregistered. What an administration recorded (OL-25), an administration lifts.</summary>
    [Authorize(nameof(Permission.RecordPatentFacts))]
    [Error<EvidenceRequired>]
    [Error<EncumbranceNotChangeable>]
    public static Task<FieldResult<PatentCard>> LiftEncumbranceAsync(
        LiftEncumbranceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct) =>
        db.ChangePatentAsync(input.PatentId, input.ExpectedVersion, viewer, patent =>
            patent.Encumbrances.FirstOrDefault(encumbrance => encumbrance.Id == input.EncumbranceId)?.Kind is EncumbranceKind.OtherHindrance or EncumbranceKind.AbnormalFlag
            && !viewer.May(Permission.Moderate)
                ? new EncumbranceNotChangeable(EncumbranceKind.OtherHindrance, "An administration recorded it, and an administration lifts it (OL-25).")
                : patent.LiftEncumbrance(input.EncumbranceId, input.On, input.Evidence, clock.Today()), ct);
}
