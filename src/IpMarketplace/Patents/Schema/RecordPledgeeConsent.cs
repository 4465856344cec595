using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Patents.Schema;

/// <summary>A pledgee's written consent.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="EncumbranceId">The pledge, by <c>Encumbrance.id</c>.</param>
/// <param name="On">The day of the consent.</param>
/// <param name="Evidence">The document.</param>
/// <param name="ExpectedVersion">The version seen; another one is refused.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record RecordPledgeeConsentInput(
    [property: ID<PatentCard>] long PatentId, [property: ID<EncumbranceCard>] long EncumbranceId, DateOnly On, [property: MayBeBlank] string Evidence, int? ExpectedVersion = null, string? IdempotencyKey = null)
    : IIdempotentInput;

/// <summary>The mutation <c>recordPledgeeConsent</c>.</summary>
[MutationType]
public static partial class RecordPledgeeConsent
{
    /// <summary>Records that the pledgee consented in writing to licences; the pledge then no longer bars an open licence (OL-24).</summary>
    [Authorize(nameof(Permission.RecordPatentFacts))]
    [Error<EvidenceRequired>]
    [Error<EncumbranceNotChangeable>]
    public static Task<FieldResult<PatentCard>> RecordPledgeeConsentAsync(
        RecordPledgeeConsentInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct) =>
        db.ChangePatentAsync(input.PatentId, input.ExpectedVersion, viewer,
            patent => patent.RecordPledgeeConsent(input.EncumbranceId, input.On, input.Evidence, clock.Today()), ct);
}
