namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// How long heads and bodies of the documents of a segment are, in terms; what is longer than fits counts as the longest. Apart from the cards, because scoring
/// reads nothing else.
/// </summary>
internal sealed class FieldLengths(byte[] heads, ushort[] bodies)
{
    public const int BytesPerDocument = 3;
    public const int LongestHead = byte.MaxValue;
    public const int LongestBody = 4095;

    public FieldLengths(int count) : this(new byte[count], new ushort[count])
    {
    }

    public ReadOnlySpan<byte> Heads => heads;

    public ReadOnlySpan<ushort> Bodies => bodies;

    /// <summary>All heads together.</summary>
    public long HeadTotal { get; private set; } = heads.Sum(head => (long)head);

    /// <summary>All bodies together.</summary>
    public long BodyTotal { get; private set; } = bodies.Sum(body => (long)body);

    /// <summary>How long a head is on average.</summary>
    public float HeadAverage => Average(HeadTotal, heads.Length);

    /// <summary>How long a body is on average.</summary>
    public float BodyAverage => Average(BodyTotal, heads.Length);

    /// <summary>The average of so many lengths that are so much together; below 1 it counts as 1.</summary>
    public static float Average(long total, int count) => (float)Math.Max(1, total / (double)Math.Max(1, count));

    public void Set(int document, int head, int body)
    {
        heads[document] = (byte)Math.Min(head, LongestHead);
        bodies[document] = (ushort)Math.Min(body, LongestBody);
        HeadTotal += heads[document];
        BodyTotal += bodies[document];
    }
}
