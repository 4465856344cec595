using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Patents.Schema;

/// <summary>An encumbrance and what shows it.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="Kind">What it is; a hindrance (OL-25) and the flag of an abnormal application are recorded by administrations, see <c>recordHindrance</c>, an exclusive or sole licence by <c>recordExclusiveLicence</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Evidence">The gazette, contract or order that shows it.</param>
/// <param name="Until">The last day, where it ends by itself; an ownership dispute ends after one year when not given (OL-26).</param>
/// <param name="PartyName">The pledgee or licensee.</param>
/// <param name="ExpectedVersion">The version seen; another one is refused.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record RecordEncumbranceInput(
    [property: ID<PatentCard>] long PatentId,
    EncumbranceKind Kind,
    DateOnly From,
    [property: MayBeBlank] string Evidence,
    DateOnly? Until = null,
    [property: Name] string? PartyName = null,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordEncumbrance</c>.</summary>
[MutationType]
public static partial class RecordEncumbrance
{
    /// <summary>Records what burdens or endangers the right (domain.md 9.1). Open licences are barred while it stands, as OL-20 to OL-24 say.</summary>
    [Authorize(nameof(Permission.RecordPatentFacts))]
    [Error<EvidenceRequired>]
    public static Task<FieldResult<PatentCard>> RecordEncumbranceAsync(
        RecordEncumbranceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        if (input.Kind is EncumbranceKind.OtherHindrance or EncumbranceKind.AbnormalFlag)
        {
            return Task.FromResult(new FieldResult<PatentCard>(new InputInvalid("kind", "An administration records it with recordHindrance.")));
        }
        if (input.Kind is EncumbranceKind.ExclusiveLicence or EncumbranceKind.SoleLicence)
        {
            return Task.FromResult(new FieldResult<PatentCard>(new InputInvalid("kind", "It is recorded with recordExclusiveLicence, which minds open licences (INV-32).")));
        }
        var details = new EncumbranceDetails(input.Kind, input.From, input.Evidence, input.Until, PartyName: input.PartyName);
        return db.ChangePatentAsync(input.PatentId, input.ExpectedVersion, viewer, patent => patent.RecordEncumbrance(details, clock.Today(), out _), ct);
    }
}
