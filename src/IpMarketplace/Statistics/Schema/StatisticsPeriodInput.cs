namespace IpMarketplace.Statistics.Schema;

/// <summary>A period of days in China, [start, end): the year 2025 is from 2025-01-01 to 2026-01-01.</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The day after the last.</param>
public sealed record StatisticsPeriodInput(DateOnly Start, DateOnly End)
{
    private const int FirstYear = 1985;
    private const int LastYear = 2200;

    internal StatisticsPeriod ToPeriod() => new(Start, End);

    /// <summary>What is wrong with it, by argument; null when nothing is.</summary>
    internal string? Problem() =>
        Start >= End ? $"period: the end {End:yyyy-MM-dd} does not follow the start {Start:yyyy-MM-dd}; the end is the day after the last one counted."
        : Start.Year < FirstYear || End.Year > LastYear ? $"period: give days from {FirstYear}, when there were patents, to {LastYear}."
        : null;
}
