using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A licence to be ended early.</summary>
/// <param name="LicenceId">The licence.</param>
/// <param name="Reason">Why; 1 to 1,000 characters.</param>
/// <param name="Evidence">What shows it, by its reference; 1 to 2,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record TerminateLicenceInput(
    [property: ID<Licence>] long LicenceId,
    [property: Paragraphs] string Reason,
    string Evidence,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>terminateLicence</c>.</summary>
[MutationType]
public static partial class TerminateLicence
{
    /// <summary>
    /// Ends a licence early: by an agreement of both sides, shown as evidence, or for a breach that was not cured in time, by the side that reported it.
    /// </summary>
    [Authorize(nameof(Permission.RecordLicences))]
    [Error<NotTheEntitledParty>]
    public static async Task<FieldResult<Licence>> TerminateLicenceAsync(
        TerminateLicenceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var licence = await db.Licences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceId, ct);
        if (licence is null)
        {
            return new(new NotFound(nameof(Licence)));
        }
        var party = licence.PartyOf(viewer);
        if ((licence.RefusesVersion(input.ExpectedVersion) ?? licence.Terminate(party, input.Reason, input.Evidence, clock.Today())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return licence;
    }
}
