using System.Buffers;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Makes one segment of several, without the documents that are struck out.</summary>
internal static class SegmentMerge
{
    /// <summary>The merged segment; the sources stay as they are.</summary>
    public static CatalogueSegment Of(IReadOnlyList<LiveSegment> sources)
    {
        var order = Order(sources);
        var cards = new CatalogueCard[order.Count];
        var facets = SegmentBuilder.NewFacets(order.Count);
        var offers = new CatalogueOffer?[order.Count];
        var texts = new ArrayBufferWriter<byte>();
        var lengths = new FieldLengths(order.Count);
        var newNumbers = sources.Select(source => NoNumbers(source.Segment.Count)).ToArray();
        for (var i = 0; i < order.Count; i++)
        {
            var (source, document) = order[i];
            var segment = sources[source].Segment;
            newNumbers[source][document] = i;
            cards[i] = segment.Cards[document];
            cards[i].TextStart = texts.WrittenCount;
            texts.Write(segment.Texts.AllOf(segment.Cards[document].TextStart));
            lengths.Set(i, segment.Lengths.Heads[document], segment.Lengths.Bodies[document]);
            offers[i] = segment.Offers[document];
            for (var facet = 0; facet < facets.Length; facet++)
            {
                facets[facet][i] = segment.Facets[facet][document];
            }
        }
        var postings = PostingsMerge.Of([.. sources.Select((source, i) => (source.Segment.Postings, newNumbers[i]))], lengths);
        return new CatalogueSegment(cards, facets, offers, new CardTexts(texts.WrittenSpan.ToArray()), lengths, postings);
    }

    private static List<(int Source, int Document)> Order(IReadOnlyList<LiveSegment> sources)
    {
        var order = new List<(int Source, int Document)>();
        for (var source = 0; source < sources.Count; source++)
        {
            for (var document = 0; document < sources[source].Segment.Count; document++)
            {
                if (sources[source].IsLive(document))
                {
                    order.Add((source, document));
                }
            }
        }
        order.Sort((one, other) => sources[one.Source].Segment.Cards[one.Document].PatentId.CompareTo(sources[other.Source].Segment.Cards[other.Document].PatentId));
        return order;
    }

    private static int[] NoNumbers(int count)
    {
        var numbers = new int[count];
        Array.Fill(numbers, -1);
        return numbers;
    }
}
