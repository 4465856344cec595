using IpMarketplace.Kernel.Security;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Patents.Schema;

/// <summary>An annual fee paid in time.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="Evidence">The number of CNIPA's receipt.</param>
/// <param name="ExpectedVersion">The version seen; another one is refused.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record RecordAnnualFeeInput(
    [property: ID<PatentCard>] long PatentId, [property: MayBeBlank] string Evidence, int? ExpectedVersion = null, string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordAnnualFee</c>.</summary>
[MutationType]
public static partial class RecordAnnualFee
{
    /// <summary>Records that the annual fee due was paid in time; the next falls due a year later (AF-02). A late payment is recorded as the status action PAY_FEE.</summary>
    [Authorize(nameof(Permission.RecordPatentFacts))]
    [Error<EvidenceRequired>]
    public static Task<FieldResult<PatentCard>> RecordAnnualFeeAsync(RecordAnnualFeeInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct) =>
        db.ChangePatentAsync(input.PatentId, input.ExpectedVersion, viewer, patent => patent.RecordAnnualFee(input.Evidence), ct);
}
