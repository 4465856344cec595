using System.Runtime.InteropServices;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Merges the postings of several segments into one, with new document numbers and without the documents that are gone.</summary>
internal static class PostingsMerge
{
    /// <param name="sources">Each with the new number of every document, or -1 for one that is gone.</param>
    public static Postings Of(IReadOnlyList<(Postings Postings, int[] NewNumbers)> sources)
    {
        var writer = new PostingsWriter();
        var places = new int[sources.Count];
        var merged = new List<ulong>();
        while (NextTerm(sources, places) is { } term)
        {
            merged.Clear();
            for (var i = 0; i < places.Length; i++)
            {
                var (postings, newNumbers) = sources[i];
                if (places[i] < postings.TermCount && postings.TermAt(places[i]) == term)
                {
                    Take(postings.At(places[i]++), newNumbers, merged);
                }
            }
            if (merged.Count > 0)
            {
                merged.Sort();
                writer.Write(term, CollectionsMarshal.AsSpan(merged));
            }
        }
        return writer.ToPostings();
    }

    private static uint? NextTerm(IReadOnlyList<(Postings Postings, int[])> sources, int[] places)
    {
        uint? next = null;
        for (var i = 0; i < places.Length; i++)
        {
            var postings = sources[i].Postings;
            if (places[i] < postings.TermCount && (next is null || postings.TermAt(places[i]) < next))
            {
                next = postings.TermAt(places[i]);
            }
        }
        return next;
    }

    private static void Take(PostingReader reader, int[] newNumbers, List<ulong> merged)
    {
        while (reader.MoveNext())
        {
            if (newNumbers[reader.Document] >= 0)
            {
                merged.Add(PostingsWriter.Posting(0, newNumbers[reader.Document], reader.Frequency));
            }
        }
    }
}
