using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A request to be taken back.</summary>
/// <param name="LicenceRequestId">The request.</param>
/// <param name="Reason">Why; at most 2,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record CancelLicenceNoticeInput(
    [property: ID<LicenceRequest>] long LicenceRequestId,
    [property: Paragraphs] string? Reason = null,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>cancelLicenceNotice</c>.</summary>
[MutationType]
public static partial class CancelLicenceNotice
{
    /// <summary>Takes a request back before payment.</summary>
    [Authorize(nameof(Permission.TakeLicences))]
    public static async Task<FieldResult<LicenceRequest>> CancelLicenceNoticeAsync(
        CancelLicenceNoticeInput input, Viewer viewer, MarketplaceDbContext db, CancellationToken ct)
    {
        var request = await db.LicenceRequests.SentBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceRequestId, ct);
        if (request is null)
        {
            return new(new NotFound(nameof(LicenceRequest)));
        }
        if ((request.RefusesVersion(input.ExpectedVersion) ?? request.Cancel(input.Reason)) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return request;
    }
}
