using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A withdrawal filed at CNIPA.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="Reason">Why; 1 to 1,000 characters.</param>
/// <param name="FiledOn">The day of filing.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record FileOpenLicenceWithdrawalInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    [property: Paragraphs] string Reason,
    DateOnly FiledOn,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>fileOpenLicenceWithdrawal</c>.</summary>
[MutationType]
public static partial class FileOpenLicenceWithdrawal
{
    /// <summary>
    /// Records that the withdrawal of an announced declaration was filed, for a legitimate reason, without conditions and by all owners (OL-40 to OL-42).
    /// The offer stands until the withdrawal is announced.
    /// </summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    [Error<ConsentsMissing>]
    public static async Task<FieldResult<OpenLicence>> FileOpenLicenceWithdrawalAsync(
        FileOpenLicenceWithdrawalInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var openLicence = await db.OpenLicences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == openLicence.PatentId, ct);
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.FileWithdrawal(patent, input.Reason, input.FiledOn, clock.Today())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
