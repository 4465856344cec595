namespace IpMarketplace.Persistence.Sweeps;

/// <summary>When timed work runs.</summary>
public sealed record SweepSettings
{
    /// <summary>The pause between two rounds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);
}
