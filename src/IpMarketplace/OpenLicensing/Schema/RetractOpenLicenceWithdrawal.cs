using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A withdrawal that was retracted or refused.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="Reason">Why; 1 to 2,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record RetractOpenLicenceWithdrawalInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    [property: Paragraphs] string Reason,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>retractOpenLicenceWithdrawal</c>.</summary>
[MutationType]
public static partial class RetractOpenLicenceWithdrawal
{
    /// <summary>Records that a filed withdrawal was retracted, or refused by CNIPA: the declaration stays announced.</summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    public static async Task<FieldResult<OpenLicence>> RetractOpenLicenceWithdrawalAsync(
        RetractOpenLicenceWithdrawalInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var openLicence = await db.OpenLicences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.RetractWithdrawal(input.Reason)) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
