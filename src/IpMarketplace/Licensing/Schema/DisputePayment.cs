using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>A payment not received as reported.</summary>
/// <param name="LicenceRequestId">The request.</param>
/// <param name="Reason">Why; 1 to 1,000 characters.</param>
/// <param name="ExpectedVersion">The version the decision was made upon; refused when it has changed since.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record DisputePaymentInput(
    [property: ID<LicenceRequest>] long LicenceRequestId,
    [property: Paragraphs] string Reason,
    int? ExpectedVersion = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>disputePayment</c>.</summary>
[MutationType]
public static partial class DisputePayment
{
    /// <summary>Disputes a reported payment: it is reversed and due again (INV-73). The request itself cannot be refused (INV-40).</summary>
    [Authorize(nameof(Permission.ConfirmPayments))]
    public static async Task<FieldResult<LicenceRequest>> DisputePaymentAsync(
        DisputePaymentInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var request = await db.LicenceRequests.ReceivedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.LicenceRequestId, ct);
        if (request is null)
        {
            return new(new NotFound(nameof(LicenceRequest)));
        }
        if ((request.RefusesVersion(input.ExpectedVersion) ?? request.DisputePayment(input.Reason, clock.GetUtcNow())) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return request;
    }
}
