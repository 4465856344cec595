using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Patents.Schema;

/// <summary>What an extract of the register shows.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="On">The day of the extract.</param>
/// <param name="Evidence">The number of the extract.</param>
/// <param name="AnnualFeeDueOn">The due date of the next annual fee that it shows as unpaid (AF-02).</param>
/// <param name="ExpectedVersion">The version seen; another one is refused.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record ConfirmPatentStatusInput(
    [property: ID<PatentCard>] long PatentId, DateOnly On, [property: MayBeBlank] string Evidence, DateOnly? AnnualFeeDueOn = null, int? ExpectedVersion = null, string? IdempotencyKey = null)
    : IIdempotentInput;

/// <summary>The mutation <c>confirmPatentStatus</c>.</summary>
[MutationType]
public static partial class ConfirmPatentStatus
{
    /// <summary>Confirms against the register that the status is as recorded; an imported patent can be listed only afterwards.</summary>
    [Authorize(nameof(Permission.RecordPatentFacts))]
    [Error<EvidenceRequired>]
    public static Task<FieldResult<PatentCard>> ConfirmPatentStatusAsync(
        ConfirmPatentStatusInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct) =>
        db.ChangePatentAsync(input.PatentId, input.ExpectedVersion, viewer, patent => patent.ConfirmStatus(input.On, input.Evidence, clock.Today(), input.AnnualFeeDueOn), ct);
}
