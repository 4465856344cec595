namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// A page of a list in an order that patents have by themselves. Each segment knows its own orders, so that of a large result only the patents around the page are looked
/// at, however many there are.
/// </summary>
internal sealed class OrderedPage(PatentOrder order, CataloguePage page)
{
    /// <summary>A result of a smaller share of its segment is sorted by itself.</summary>
    private const int SortedShare = 32;

    private readonly List<Part> _parts = [];

    /// <summary>Whether there is something before the page.</summary>
    public bool HasPrevious => _parts.Exists(part => part.IsAnyBefore || (page.FromEnd && part.HasMore));

    /// <summary>Whether there is something after the page.</summary>
    public bool HasNext => _parts.Exists(part => part.IsAnyAfter || (!page.FromEnd && part.HasMore));

    /// <summary>Adds what was found in a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="found">What was found, not to be changed any more; null for all of it.</param>
    public void Add(CatalogueSegment segment, ulong[]? found)
    {
        var count = found?.CountDocuments() ?? segment.Count;
        if (count == 0)
        {
            return;
        }
        _parts.Add(count * SortedShare < segment.Count ? new Part(segment, segment.Sorted(order, DocumentsOf(found!, count)), null, order, page)
            : new Part(segment, segment.InOrder(order), found, order, page));
    }

    /// <summary>Cuts the page.</summary>
    public IReadOnlyList<FoundHit> Take()
    {
        var hits = new List<FoundHit>();
        while (hits.Count < page.Size && Nearest() is { } part)
        {
            hits.Add(new FoundHit(part.Segment, part.Document, 0, part.Key, part.PatentId));
            part.MoveOn();
        }
        if (page.FromEnd)
        {
            hits.Reverse();
        }
        return hits;
    }

    private static int[] DocumentsOf(ulong[] found, int count)
    {
        var documents = new int[count];
        found.WriteTo(documents);
        return documents;
    }

    private Part? Nearest()
    {
        Part? nearest = null;
        foreach (var part in _parts)
        {
            if (part.HasMore && (nearest is null || (part.Key, part.PatentId).CompareTo((nearest.Key, nearest.PatentId)) < 0 != page.FromEnd))
            {
                nearest = part;
            }
        }
        return nearest;
    }

    /// <summary>What the page may take of one segment, walked from the end where the page is counted from there.</summary>
    private sealed class Part
    {
        private readonly ushort[] _documents;
        private readonly ulong[]? _found;
        private readonly PatentOrder _order;
        private readonly int _start;
        private readonly int _end;
        private readonly int _step;
        private int _at;

        public Part(CatalogueSegment segment, ushort[] documents, ulong[]? found, PatentOrder order, CataloguePage page)
        {
            (Segment, _documents, _found, _order) = (segment, documents, found, order);
            _start = page.After is { } after ? CountWhere((key, id) => !after.IsBefore(key, id)) : 0;
            _end = page.Before is { } before ? Math.Max(_start, CountWhere((key, id) => before.IsAfter(key, id))) : documents.Length;
            _step = page.FromEnd ? -1 : 1;
            _at = page.FromEnd ? _end : _start - 1;
            MoveOn();
        }

        public CatalogueSegment Segment { get; }

        public int Document => _documents[_at];

        public long Key { get; private set; }

        public long PatentId { get; private set; }

        public bool HasMore => _at >= _start && _at < _end;

        public bool IsAnyBefore => IsAnyFound(0, _start);

        public bool IsAnyAfter => IsAnyFound(_end, _documents.Length);

        public void MoveOn()
        {
            do
            {
                _at += _step;
            }
            while (HasMore && !IsFound(Document));
            if (HasMore)
            {
                Key = SortKey.Of(_order, Segment, Document);
                PatentId = Segment.Cards[Document].PatentId;
            }
        }

        /// <summary>How many documents, which are the first ones in order, fulfil this.</summary>
        private int CountWhere(Func<long, long, bool> isBeforeTheCut)
        {
            int low = 0, high = _documents.Length;
            while (low < high)
            {
                var middle = (low + high) >> 1;
                var document = _documents[middle];
                if (isBeforeTheCut(SortKey.Of(_order, Segment, document), Segment.Cards[document].PatentId))
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }
            return low;
        }

        private bool IsFound(int document) => _found is null || _found.Has(document);

        private bool IsAnyFound(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (IsFound(_documents[i]))
                {
                    return true;
                }
            }
            return false;
        }
    }
}
