using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>A filing at CNIPA.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="FiledOn">The day of filing.</param>
/// <param name="ReceiptNumber">CNIPA's receipt; 1 to 60 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record FileOpenLicenceInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    DateOnly FiledOn,
    string ReceiptNumber,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>fileOpenLicence</c>.</summary>
[MutationType]
public static partial class FileOpenLicence
{
    /// <summary>
    /// Records that an approved declaration was filed at CNIPA, at first or again after a correction (OL-15); bars and consents are checked again
    /// (INV-35).
    /// </summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    [Error<ConsentsMissing>]
    [Error<OpenLicenceBarred>]
    [Error<AnotherDeclarationStands>]
    [Error<PeriodOver>]
    [Error<PeriodExceedsPatent>]
    public static async Task<FieldResult<OpenLicence>> FileOpenLicenceAsync(
        FileOpenLicenceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var openLicence = await db.OpenLicences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        if (await db.HasStandingDeclarationAsync(openLicence.PatentId, openLicence.Id, ct))
        {
            return new(new AnotherDeclarationStands());
        }
        var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == openLicence.PatentId, ct);
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.File(patent, input.FiledOn, input.ReceiptNumber, clock.Today())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
