namespace IpMarketplace.Statistics;

/// <summary>One figure of the statistics, with all that is needed to understand and to reproduce it (domain.md 7.6).</summary>
/// <param name="Indicator">What it means.</param>
/// <param name="Value">The figure, in the indicator's unit; null where it is undefined (a growth from 0, a share of nothing), suppressed, or only given in parts.</param>
/// <param name="Parts">What it consists of, or what is told beside it.</param>
/// <param name="Basis">Period, universe and moment for which it holds.</param>
/// <param name="Suppressed">Whether something is withheld because few contracts stand behind it.</param>
public sealed record Figure(Indicator Indicator, decimal? Value, IReadOnlyList<FigurePart> Parts, StatisticsBasis Basis, bool Suppressed = false)
{
    internal StatisticsBasis Basis { get; init; } = Basis;
}

/// <summary>A part of a figure.</summary>
/// <param name="Key">Which part, such as <c>ROYALTY</c>; the indicator's definition explains the keys.</param>
/// <param name="Unit">What its value counts.</param>
/// <param name="Value">The part's figure; null where it is undefined or suppressed.</param>
/// <param name="Share">Its share of the whole, where it has one.</param>
/// <param name="Suppressed">Whether it is withheld because few contracts stand behind it.</param>
public sealed record FigurePart(string Key, StatisticsUnit Unit, decimal? Value, decimal? Share = null, bool Suppressed = false);

/// <summary>For what a figure holds.</summary>
/// <param name="Period">The period.</param>
/// <param name="Universe">The part of the marketplace that is counted.</param>
/// <param name="AsOf">When it was computed; a closed period may still change when a late recordal or invalidation is recorded.</param>
public sealed record StatisticsBasis(StatisticsPeriod Period, Universe Universe, DateTimeOffset AsOf)
{
    /// <summary>Whether a declaration is counted as an event of the period.</summary>
    internal bool Counts(DeclarationFact declaration) => Period.Contains(declaration.AnnouncedOn) && Universe.Covers(declaration);
}
