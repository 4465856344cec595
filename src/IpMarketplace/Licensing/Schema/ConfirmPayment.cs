using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A payment received.</summary>
/// <param name="LicenceRequestId">The request.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ConfirmPaymentInput(
    [property: ID<LicenceRequest>] long LicenceRequestId,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>confirmPayment</c>.</summary>
[MutationType]
public static partial class ConfirmPayment
{
    /// <summary>
    /// Confirms that the reported payment was received; the licence takes effect at the later of the notice's receipt and the payment (OL-52, domain.md
    /// 9.5).
    /// </summary>
    [Authorize(nameof(Permission.ConfirmPayments))]
    [Error<RightEnded>]
    public static async Task<FieldResult<LicenceRequest>> ConfirmPaymentAsync(
        ConfirmPaymentInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var request = await db.LicenceRequests.ReceivedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceRequestId, ct);
        if (request is null)
        {
            return new(new NotFound(nameof(LicenceRequest)));
        }
        var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == request.PatentId, ct);
        if ((request.RefusesVersion(input.ExpectedVersion) ?? request.ConfirmPayment(patent, clock.GetUtcNow())) is { } refusal)
        {
            return new(refusal);
        }
        db.Add(Licence.Open(request));
        await db.SaveChangesAsync(ct);
        return request;
    }
}
