namespace IpMarketplace.Statistics;

/// <summary>Divisions as the statistics write them: six decimals, money two, halves away from zero.</summary>
internal static class Ratio
{
    /// <summary>A part of a whole; null when there is no whole.</summary>
    public static decimal? Of(decimal part, decimal whole) => whole == 0 ? null : Math.Round(part / whole, 6, MidpointRounding.AwayFromZero);

    /// <summary>The growth from an earlier to a later figure; null when the earlier is 0 (ST-42).</summary>
    public static decimal? Growth(decimal earlier, decimal later) => Of(later - earlier, earlier);

    /// <summary>The mean of amounts in RMB; null when there are none.</summary>
    public static decimal? Mean(IReadOnlyCollection<decimal> amounts) =>
        amounts.Count == 0 ? null : Math.Round(amounts.Sum() / amounts.Count, 2, MidpointRounding.AwayFromZero);

    /// <summary>The median of amounts in RMB, between the two middle ones when their number is even; null when there are none.</summary>
    public static decimal? Median(IReadOnlyCollection<decimal> amounts)
    {
        if (amounts.Count == 0)
        {
            return null;
        }
        var sorted = amounts.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : Math.Round((sorted[middle - 1] + sorted[middle]) / 2, 2, MidpointRounding.AwayFromZero);
    }
}
