namespace IpMarketplace.Licensing;

/// <summary>
/// A movement of money as a party reported it. Rows are added and never changed (INV-73): a payment that did not arrive as reported is followed by
/// a row of the opposite amount that reverses it.
/// </summary>
public sealed class Payment
{
    private Payment() => Voucher = "";

    internal Payment(int number, decimal amount, DateOnly paidOn, string voucher, DateTimeOffset recordedAt, int? reverses = null, string? reason = null)
    {
        Number = number;
        Amount = amount;
        PaidOn = paidOn;
        Voucher = voucher;
        RecordedAt = recordedAt;
        Reverses = reverses;
        Reason = reason;
    }

    /// <summary>The database key.</summary>
    internal long Id { get; private set; }

    /// <summary>Its place among the payments of the request, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>RMB; negative where it reverses another.</summary>
    public decimal Amount { get; private set; }

    /// <summary>The day of the transfer.</summary>
    public DateOnly PaidOn { get; private set; }

    /// <summary>The bank's voucher, by its reference.</summary>
    public string Voucher { get; private set; }

    /// <summary>When it was recorded here.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The number of the payment that it reverses.</summary>
    public int? Reverses { get; private set; }

    /// <summary>Why it was reversed.</summary>
    public string? Reason { get; private set; }
}
