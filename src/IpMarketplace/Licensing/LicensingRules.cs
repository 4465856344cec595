namespace IpMarketplace.Licensing;

/// <summary>What the operator of the marketplace decides about the open path (domain.md 9.5, 10).</summary>
public sealed class LicensingRules
{
    /// <summary>Days after which a payment reported with a voucher counts as confirmed when the patentee stays silent; null: never.</summary>
    public int? SilenceDays { get; set; } = 15;
}
