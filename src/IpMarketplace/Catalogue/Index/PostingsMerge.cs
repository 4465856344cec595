using System.Runtime.InteropServices;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Merges the postings of several segments into one, with new document numbers and without the documents that are gone.</summary>
internal static class PostingsMerge
{
    /// <param name="sources">Each with the new number of every document, or -1 for one that is gone.</param>
    /// <param name="lengths">How long the documents of the merged segment are.</param>
    public static Postings Of(IReadOnlyList<(Postings Postings, int[] NewNumbers)> sources, FieldLengths lengths)
    {
        var writer = new PostingsWriter(lengths);
        TermWalk[] walks = [.. sources.Select(source => new TermWalk(source.Postings))];
        var merged = new List<ulong>();
        while (walks.Min(walk => walk.Term) is { } term)
        {
            merged.Clear();
            for (var i = 0; i < walks.Length; i++)
            {
                if (walks[i].Term == term)
                {
                    Take(walks[i].Documents, sources[i].NewNumbers, merged);
                    walks[i].MoveOn();
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
