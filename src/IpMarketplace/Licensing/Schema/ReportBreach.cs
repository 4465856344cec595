using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A breach of a licence.</summary>
/// <param name="LicenceId">The licence.</param>
/// <param name="Evidence">What shows it, by its reference; 1 to 2,000 characters.</param>
/// <param name="CureDueOn">The day until which the other side can cure it.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ReportBreachInput(
    [property: ID<Licence>] long LicenceId,
    string Evidence,
    DateOnly CureDueOn,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>reportBreach</c>.</summary>
[MutationType]
public static partial class ReportBreach
{
    /// <summary>Reports a breach by the other side, with evidence and a period to cure it (domain.md 9.7).</summary>
    [Authorize(nameof(Permission.RecordLicences))]
    public static async Task<FieldResult<Licence>> ReportBreachAsync(
        ReportBreachInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var licence = await db.Licences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceId, ct);
        if (licence is null)
        {
            return new(new NotFound(nameof(Licence)));
        }
        var party = licence.PartyOf(viewer);
        if ((licence.RefusesVersion(input.ExpectedVersion) ?? licence.ReportBreach(party, input.Evidence, input.CureDueOn, clock.Today())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return licence;
    }
}
