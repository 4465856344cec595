using System.Buffers;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Sorts postings by their terms, the upper half of each number. Those of equal terms stay in the order in which they were added, which is that of the
/// documents; so three passes over the digits of the term do what a comparing sort does in twenty.
/// </summary>
internal static class TermSort
{
    private const int BitsPerPass = 11;
    private const int Digits = 1 << BitsPerPass;
    private const int FirstBit = 32;
    private const int WorthIt = 1 << 14;

    /// <summary>Sorts in place.</summary>
    public static void Sort(Span<ulong> postings)
    {
        if (postings.Length < WorthIt)
        {
            postings.Sort();
            return;
        }
        var rented = ArrayPool<ulong>.Shared.Rent(postings.Length);
        var from = postings;
        var to = rented.AsSpan(0, postings.Length);
        for (var shift = FirstBit; shift < 64; shift += BitsPerPass)
        {
            Pass(from, to, shift);
            var last = from;
            from = to;
            to = last;
        }
        from.CopyTo(to); // After three passes the result is in the rented array.
        ArrayPool<ulong>.Shared.Return(rented);
    }

    private static void Pass(ReadOnlySpan<ulong> from, Span<ulong> to, int shift)
    {
        Span<int> places = stackalloc int[Digits];
        places.Clear();
        foreach (var posting in from)
        {
            places[(int)(posting >> shift) & (Digits - 1)]++;
        }
        var next = 0;
        foreach (ref var place in places)
        {
            var count = place;
            place = next;
            next += count;
        }
        foreach (var posting in from)
        {
            to[places[(int)(posting >> shift) & (Digits - 1)]++] = posting;
        }
    }
}
