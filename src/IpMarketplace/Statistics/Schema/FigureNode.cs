namespace IpMarketplace.Statistics.Schema;

/// <summary>For what a figure holds, so that it can be reproduced (domain.md 7.6).</summary>
[ObjectType<Figure>]
public static partial class FigureNode
{
    /// <summary>The period.</summary>
    public static StatisticsPeriod GetPeriod([Parent] Figure figure) => figure.Basis.Period;

    /// <summary>What is counted.</summary>
    public static StatisticsFilters GetFilters([Parent] Figure figure) => StatisticsFilters.Of(figure.Basis.Universe);

    /// <summary>When it was computed; the figure of a closed period may still change when a late event is recorded.</summary>
    public static DateTimeOffset GetAsOf([Parent] Figure figure) => figure.Basis.AsOf;
}
