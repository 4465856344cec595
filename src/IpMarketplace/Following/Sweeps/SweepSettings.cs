namespace IpMarketplace.Following.Sweeps;

/// <summary>When timed work runs.</summary>
public sealed record SweepSettings
{
    /// <summary>The pause between two rounds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Each problem as a sentence that names the setting, its value and what to change.</summary>
    public IEnumerable<string> Problems()
    {
        if (Interval < TimeSpan.FromSeconds(1))
        {
            yield return $"Sweeps:Interval is {Interval}; set it to at least 00:00:01.";
        }
    }
}
