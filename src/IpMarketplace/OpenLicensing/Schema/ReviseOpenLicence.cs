using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A draft to be changed.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="Declaration">The whole declaration; it replaces what was there.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ReviseOpenLicenceInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    DeclarationInput Declaration,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>reviseOpenLicence</c>.</summary>
[MutationType]
public static partial class ReviseOpenLicence
{
    /// <summary>Replaces what a draft declares; consents given to the earlier terms no longer count (INV-35).</summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    public static async Task<FieldResult<OpenLicence>> ReviseOpenLicenceAsync(
        ReviseOpenLicenceInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        if (input.Declaration.Read(out var declared) is { } malformed)
        {
            return new(malformed);
        }
        var openLicence = await db.OpenLicences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.Revise(declared)) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
