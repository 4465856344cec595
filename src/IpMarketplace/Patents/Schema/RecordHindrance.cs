using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Patents.Schema;

/// <summary>A hindrance and why.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="Reason">Why effective exploitation is hindered.</param>
/// <param name="Evidence">The file that shows it.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it ends by itself.</param>
/// <param name="IsAbnormalApplication">Whether it is the flag of an abnormal application, which hides the record from the public.</param>
/// <param name="ExpectedVersion">The version seen; another one is refused.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record RecordHindranceInput(
    [property: ID<PatentCard>] long PatentId,
    [property: Paragraphs] string Reason,
    [property: MayBeBlank] string Evidence,
    DateOnly From,
    DateOnly? Until = null,
    bool IsAbnormalApplication = false,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordHindrance</c>.</summary>
[MutationType]
public static partial class RecordHindrance
{
    /// <summary>Records another circumstance that hinders effective exploitation and bars an open licence (OL-25).</summary>
    [Authorize(nameof(Permission.Moderate))]
    [Error<EvidenceRequired>]
    public static Task<FieldResult<PatentCard>> RecordHindranceAsync(
        RecordHindranceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var kind = input.IsAbnormalApplication ? EncumbranceKind.AbnormalFlag : EncumbranceKind.OtherHindrance;
        var details = new EncumbranceDetails(kind, input.From, input.Evidence, input.Until, Reason: input.Reason);
        return db.ChangePatentAsync(input.PatentId, input.ExpectedVersion, viewer, patent => patent.RecordEncumbrance(details, clock.Today(), out _), ct);
    }
}
