namespace IpMarketplace.Statistics;

/// <summary>A period of legal days in China, [start, end): its first day belongs to it, its end does not (domain.md 7.0).</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The day after the last.</param>
public sealed record StatisticsPeriod(DateOnly Start, DateOnly End)
{
    /// <summary>Whether a day lies in the period.</summary>
    internal bool Contains(DateOnly day) => Start <= day && day < End;

    /// <summary>The same period one year earlier, with which year-on-year growth compares (ST-42).</summary>
    internal StatisticsPeriod AYearEarlier() => new(Start.AddYears(-1), End.AddYears(-1));

    /// <summary>The day for which a stock is counted: the last of the period, or today while the period runs.</summary>
    internal DateOnly StockDay(DateOnly today) => End.AddDays(-1) is var last && last < today ? last : today;
}
