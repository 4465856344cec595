namespace IpMarketplace.Licensing;

/// <summary>What the operator of the marketplace decides about the open path (domain.md 9.5, 10).</summary>
public sealed record LicensingRules
{
    /// <summary>Days after which a payment reported with a voucher counts as confirmed when the patentee stays silent; null: never.</summary>
    public int? SilenceDays { get; init; } = 15;

    /// <summary>Each problem as a sentence that names the setting, its value and what to change.</summary>
    public IEnumerable<string> Problems() =>
        SilenceDays is < 1 ? [$"Licensing:SilenceDays is {SilenceDays}: give a number of days from 1, or leave it empty for never."] : [];
}
