namespace IpMarketplace.Following.Sweeps;

/// <summary>When timed work runs, and how long what it removes is kept.</summary>
public sealed record SweepSettings
{
    /// <summary>The pause between two rounds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an item that failed by itself rests before it is tried again.</summary>
    public TimeSpan RestAfterFailure { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long the answer to an idempotency key is kept (GI-13).</summary>
    public TimeSpan KeepIdempotencyKeysFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Each problem as a sentence that names the setting, its value and what to change.</summary>
    public IEnumerable<string> Problems()
    {
        if (Interval < TimeSpan.FromSeconds(1))
        {
            yield return $"Sweeps:Interval is {Interval}; set it to at least 00:00:01.";
        }
        if (RestAfterFailure <= TimeSpan.Zero)
        {
            yield return $"Sweeps:RestAfterFailure is {RestAfterFailure}; set it to more than 0, such as 01:00:00.";
        }
        if (KeepIdempotencyKeysFor < TimeSpan.FromHours(1))
        {
            yield return $"Sweeps:KeepIdempotencyKeysFor is {KeepIdempotencyKeysFor}; set it to at least 01:00:00.";
        }
    }
}
