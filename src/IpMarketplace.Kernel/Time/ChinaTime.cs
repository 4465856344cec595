namespace IpMarketplace.Kernel.Time;

/// <summary>
/// Legal dates are dates in China; instants are UTC in the database (domain.md 9, conventions). China has one zone, UTC+8,
/// without summer time since 1992, so the offset is a constant and no zone database is needed.
/// </summary>
public static class ChinaTime
{
    /// <summary>Asia/Shanghai.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The date in China at an instant.</summary>
    public static DateOnly DateIn(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a date begins in China.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>Today in China.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateIn(clock.GetUtcNow());
}
