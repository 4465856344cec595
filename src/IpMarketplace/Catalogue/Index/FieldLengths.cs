namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// How long heads and bodies of the documents of a segment are, in terms; what is longer than fits counts as the longest. Apart from the cards, because scoring
/// reads nothing else.
/// </summary>
internal sealed class FieldLengths(int count)
{
    public const int BytesPerDocument = 3;
    public const int LongestHead = byte.MaxValue;
    public const int LongestBody = 4095;

    private readonly byte[] _heads = new byte[count];
    private readonly ushort[] _bodies = new ushort[count];

    public ReadOnlySpan<byte> Heads => _heads;

    public ReadOnlySpan<ushort> Bodies => _bodies;

    /// <summary>All heads together.</summary>
    public long HeadTotal { get; private set; }

    /// <summary>All bodies together.</summary>
    public long BodyTotal { get; private set; }

    /// <summary>How long a head is on average.</summary>
    public float HeadAverage => Average(HeadTotal, _heads.Length);

    /// <summary>How long a body is on average.</summary>
    public float BodyAverage => Average(BodyTotal, _heads.Length);

    /// <summary>The average of so many lengths that are so much together; below 1 it counts as 1.</summary>
    public static float Average(long total, int count) => (float)Math.Max(1, total / (double)Math.Max(1, count));

    public void Set(int document, int head, int body)
    {
        _heads[document] = (byte)Math.Min(head, LongestHead);
        _bodies[document] = (ushort)Math.Min(body, LongestBody);
        HeadTotal += _heads[document];
        BodyTotal += _bodies[document];
    }
}
