using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>An open-licence declaration to be drafted.</summary>
/// <param name="PatentId">A granted patent that the own organization owns or co-owns (OL-01).</param>
/// <param name="Declaration">Fee, period and the rest of what is declared (OL-03).</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record DraftOpenLicenceInput(
    [property: ID<PatentCard>] long PatentId,
    DeclarationInput Declaration,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>draftOpenLicence</c>.</summary>
[MutationType]
public static partial class DraftOpenLicence
{
    /// <summary>Drafts an open-licence declaration (domain.md 9.4). It is open to every party: nothing in it can restrict the licensee (OL-02).</summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    [Error<RightNotInForce>]
    [Error<PatentRecordIncomplete>]
    public static async Task<FieldResult<OpenLicence>> DraftOpenLicenceAsync(
        DraftOpenLicenceInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        if (input.Declaration.Read(out var declared) is { } malformed)
        {
            return new(malformed);
        }
        var patent = await db.Patents.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.PatentId, ct);
        if (patent is null)
        {
            return new(new NotFound(nameof(Patent)));
        }
        if (OpenLicence.Draft(viewer, patent, declared, out var openLicence) is { } refusal)
        {
            return new(refusal);
        }
        db.Add(openLicence);
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
