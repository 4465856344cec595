namespace IpMarketplace.Statistics;

/// <summary>
/// What the public does not see: figures behind which 1 to 20 contracts stand, because a few contracts point to their parties.
/// CNIPA publishes only cells with more than 20 (domain.md 2.8, ST-53). Zero is shown. Where one part is withheld and the whole is
/// shown, the next smallest part is withheld too, so that subtraction does not give it away.
/// </summary>
public static class SmallCells
{
    /// <summary>The largest number of contracts that is withheld.</summary>
    public const int Largest = 20;

    /// <summary>Whether a number of contracts is withheld from the public.</summary>
    public static bool IsSmall(int contracts) => contracts is > 0 and <= Largest;

    /// <summary>The figure as the public sees it when so many contracts stand behind the whole of it.</summary>
    public static Figure Suppress(Figure figure, int contracts) => IsSmall(contracts) ? Empty(figure) : figure;

    /// <summary>The figure as the public sees it when each part's value is a number of contracts.</summary>
    public static Figure SuppressParts(Figure figure)
    {
        var withheld = figure.Parts.Where(part => part.Value is > 0 and <= Largest).Select(part => part.Key).ToHashSet();
        if (withheld.Count == 0)
        {
            return figure;
        }
        if (withheld.Count == 1 && figure.Parts.Where(part => part.Value > Largest).MinBy(part => part.Value) is { } next)
        {
            withheld.Add(next.Key);
        }
        return figure with { Suppressed = true, Parts = [.. figure.Parts.Select(part => withheld.Contains(part.Key) ? Empty(part) : part)] };
    }

    private static Figure Empty(Figure figure) => figure with { Value = null, Suppressed = true, Parts = [.. figure.Parts.Select(Empty)] };

    private static FigurePart Empty(FigurePart part) => part with { Value = null, Share = null, Suppressed = true };
}
