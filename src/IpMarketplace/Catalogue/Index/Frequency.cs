namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// How often a term stands in the head (titles, keywords) and in the body (abstract, application fields) of a document, in one byte. More than 7 and
/// 31 count as 7 and 31, where further occurrences hardly raise a score.
/// </summary>
internal readonly record struct Frequency(byte Packed)
{
    /// <summary>Once in the body: the most common one.</summary>
    public static readonly Frequency OnceInBody = new(1);

    public Frequency(int head, int body) : this((byte)((Math.Min(head, 7) << 5) | Math.Min(body, 31)))
    {
    }

    public int Head => Packed >> 5;

    public int Body => Packed & 31;
}
