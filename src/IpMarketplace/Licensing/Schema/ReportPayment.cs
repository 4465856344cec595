using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A payment made.</summary>
/// <param name="LicenceRequestId">The request.</param>
/// <param name="Amount">RMB; exactly what is due (INV-44).</param>
/// <param name="PaidOn">The day of the transfer.</param>
/// <param name="Voucher">The bank's voucher, by its reference; 1 to 200 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record ReportPaymentInput(
    [property: ID<LicenceRequest>] long LicenceRequestId,
    decimal Amount,
    DateOnly PaidOn,
    string Voucher,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>reportPayment</c>.</summary>
[MutationType]
public static partial class ReportPayment
{
    /// <summary>
    /// Reports the first payment of a request, with its voucher. The amount due is computed from the declaration; over- or under-payment completes
    /// nothing (INV-44).
    /// </summary>
    [Authorize(nameof(Permission.TakeLicences))]
    [Error<AmountNotAsDue>]
    [Error<PaymentDeadlinePassed>]
    public static async Task<FieldResult<LicenceRequest>> ReportPaymentAsync(
        ReportPaymentInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var request = await db.LicenceRequests.SentBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceRequestId, ct);
        if (request is null)
        {
            return new(new NotFound(nameof(LicenceRequest)));
        }
        if ((request.RefusesVersion(input.ExpectedVersion) ?? request.ReportPayment(input.Amount, input.PaidOn, input.Voucher, clock.GetUtcNow())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return request;
    }
}
