namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// How strongly a document has a term: what <see cref="Bm25.InDocument"/> calls often, by the average lengths of the segment. Kept of each block of postings as a level of one
/// byte, rounded up: no document of the block is stronger, so that a search can pass over blocks that cannot reach its first page.
/// </summary>
internal sealed class Strength(FieldLengths lengths)
{
    private const float Lowest = 0.02f;
    private const float Step = 1.04f;

    private static readonly float[] Levels = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(level => Lowest * MathF.Pow(Step, level))];

    private readonly float[] _headFactors = Bm25.HeadFactors(lengths.HeadAverage);
    private readonly float[] _bodyFactors = Bm25.BodyFactors(lengths.BodyAverage);

    /// <summary>The level that says nothing: it may be any strength.</summary>
    public const byte Unknown = byte.MaxValue;

    /// <summary>The strength of a term in a document.</summary>
    public float Of(int document, Frequency frequency) => Bm25.Often(frequency, _headFactors[lengths.Heads[document]], _bodyFactors[lengths.Bodies[document]]);

    /// <summary>The lowest level that is no weaker; <see cref="Unknown"/> when none is.</summary>
    public static byte LevelOf(float strength)
    {
        var level = Array.BinarySearch(Levels, strength);
        return (byte)Math.Min(level < 0 ? ~level : level, Unknown);
    }

    /// <summary>The most that a document of a level weighs in a search whose averages differ from the segment's by at most a factor.</summary>
    public static float MostWeight(byte level, float factor) => level == Unknown ? Bm25.Most : Bm25.Weight(Levels[level] * factor);
}
