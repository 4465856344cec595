using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>The announcement of a withdrawal.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="AnnouncedOn">The day of the announcement, on which it takes effect (OL-43).</param>
/// <param name="GazetteNumber">The gazette that shows it; 1 to 60 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record RecordOpenLicenceWithdrawalInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    DateOnly AnnouncedOn,
    string GazetteNumber,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordOpenLicenceWithdrawal</c>.</summary>
[MutationType]
public static partial class RecordOpenLicenceWithdrawal
{
    /// <summary>Records CNIPA's announcement of the withdrawal. Licences taken before keep their effect (OL-44).</summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    public static async Task<FieldResult<OpenLicence>> RecordOpenLicenceWithdrawalAsync(
        RecordOpenLicenceWithdrawalInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var openLicence = await db.OpenLicences.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.RecordWithdrawal(input.AnnouncedOn, input.GazetteNumber, clock.Today())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
