using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A notice to the patentee of an announced declaration.</summary>
/// <param name="OpenLicenceId">The declaration that is accepted.</param>
/// <param name="IntendedStart">The first day of exploitation wished for; today when not given.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record SendLicenceNoticeInput(
    [property: ID<OpenLicence>] long OpenLicenceId,
    DateOnly? IntendedStart = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>sendLicenceNotice</c>.</summary>
[MutationType]
public static partial class SendLicenceNotice
{
    /// <summary>
    /// Sends the written notice that accepts an announced open licence (OL-50, OL-51). Price and terms are the declaration's, never the sender's
    /// (INV-41); nobody can refuse it (INV-40). Where nothing is due at the start, the licence takes effect with it (OL-53).
    /// </summary>
    [Authorize(nameof(Permission.TakeLicences))]
    [Error<OpenLicenceNotAccepting>]
    [Error<RequestUnderWay>]
    [Error<LicensedAlready>]
    [Error<OwnPatent>]
    [Error<IdentityNotVerified>]
    [Error<StartOutsidePeriod>]
    public static async Task<FieldResult<LicenceRequest>> SendLicenceNoticeAsync(
        SendLicenceNoticeInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var openLicence = await db.OpenLicencesVisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.OpenLicenceId, ct);
        if (openLicence is null)
        {
            return new(new NotFound(nameof(OpenLicence)));
        }
        var open = db.LicenceRequests.SentBy(viewer).Where(row => row.OpenLicenceId == openLicence.Id && LicenceRequestLifecycle.Open.Contains(row.State));
        if (await open.FirstOrDefaultAsync(ct) is { } underWay)
        {
            return new(new RequestUnderWay(underWay.Number));
        }
        var start = input.IntendedStart ?? clock.Today();
        if (await db.Licences.TakenBy(viewer).OverlappingAsync(openLicence.PatentId, start, openLicence.Declared.PeriodEnd, ct) is { } held)
        {
            return new(new LicensedAlready(held.Number, held.EndsOn));
        }
        var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == openLicence.PatentId, ct);
        var patentee = await db.Organizations.Where(row => row.Id == openLicence.OrganizationId).Select(row => row.Name).SingleAsync(ct);
        var sequence = 1 + await db.LicenceRequests.CountAsync(row => row.OpenLicenceId == openLicence.Id, ct);
        var licensee = await LicenseeOfAsync(viewer, db, ct);
        if (LicenceRequest.Send(licensee, openLicence, patent, patentee, input.IntendedStart, sequence, clock.GetUtcNow(), out var request) is { } refusal)
        {
            return new(refusal);
        }
        db.Add(request);
        if (request.State == LicenceRequestState.Effective)
        {
            db.Add(Licence.Open(request));
        }
        await db.SaveChangesAsync(ct);
        return request;
    }

    private static async Task<Licensee> LicenseeOfAsync(Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        if (viewer.OrganizationId is not { } id)
        {
            return Licensee.Person(viewer.UserId);
        }
        var organization = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == id, ct);
        return new Licensee(organization.Id, null, organization.Name, organization.CreditCode?.Value);
    }
}
