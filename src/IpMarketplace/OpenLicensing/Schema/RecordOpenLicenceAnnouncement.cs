using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.OpenLicensing.Reactions;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>An announcement in the gazette.</summary>
/// <param name="OpenLicenceId">The declaration.</param>
/// <param name="AnnouncedOn">The day of the announcement.</param>
/// <param name="GazetteNumber">The gazette that shows it; 1 to 60 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record RecordOpenLicenceAnnouncementInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    DateOnly AnnouncedOn,
    string GazetteNumber,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordOpenLicenceAnnouncement</c>.</summary>
[MutationType]
public static partial class RecordOpenLicenceAnnouncement
{
    /// <summary>
    /// Records CNIPA's announcement of a filed declaration with its gazette evidence (INV-36): it binds, is public and accepts notices (OL-30).
    /// </summary>
    [Authorize(nameof(Permission.PrepareOpenLicences))]
    [Error<OpenLicenceBarred>]
    [Error<AnotherDeclarationStands>]
    [Error<PeriodOver>]
    [Error<PeriodExceedsPatent>]
    public static async Task<FieldResult<OpenLicence>> RecordOpenLicenceAnnouncementAsync(
        RecordOpenLicenceAnnouncementInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
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
        var today = clock.Today();
        if ((openLicence.RefusesVersion(input.ExpectedVersion) ?? openLicence.RecordAnnouncement(patent, input.AnnouncedOn, input.GazetteNumber, today)) is { } refusal)
        {
            return new(refusal);
        }
        await OfferReview.ReviewAsync(db, [patent.Id], today, ct);
        await db.SaveChangesAsync(ct);
        return openLicence;
    }
}
