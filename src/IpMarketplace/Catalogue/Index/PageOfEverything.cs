using System.Collections.Frozen;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// A page of the list of everything. Each segment knows its own order, so that only the patents of the page are looked at, however many there are.
/// </summary>
internal sealed class PageOfEverything
{
    private readonly CatalogueRequest _request;
    private readonly Part[] _parts;

    private PageOfEverything(CatalogueSnapshot snapshot, CatalogueRequest request)
    {
        _request = request;
        _parts = [.. snapshot.Segments.Select(segment => new Part(segment, request.Order, request.Page))];
    }

    /// <summary>Cuts the page.</summary>
    public static CatalogueHits Cut(PatentCatalogue catalogue, CatalogueSnapshot snapshot, CatalogueRequest request)
    {
        var page = new PageOfEverything(snapshot, request);
        var hits = page.Take(catalogue, Math.Min(request.Page.Size, snapshot.Count));
        var fromEnd = request.Page.FromEnd;
        return new CatalogueHits(
            hits,
            Array.Exists(page._parts, part => part.IsAnyBefore || (fromEnd && part.HasMore)),
            Array.Exists(page._parts, part => part.IsAnyAfter || (!fromEnd && part.HasMore)),
            snapshot.Count,
            snapshot.FacetsOfEverything,
            new Highlighter(catalogue.Analyzer, FrozenSet<Term>.Empty));
    }

    private CatalogueHit[] Take(PatentCatalogue catalogue, int most)
    {
        var hits = new CatalogueHit[most];
        var taken = 0;
        while (taken < most && Nearest() is { } part)
        {
            hits[taken++] = new CatalogueHit(new CatalogueRow(catalogue, part.Segment, part.Document), 0, new CataloguePlace(_request.Order, part.Key, part.PatentId));
            part.MoveOn();
        }
        Array.Resize(ref hits, taken);
        if (_request.Page.FromEnd)
        {
            Array.Reverse(hits);
        }
        return hits;
    }

    private Part? Nearest()
    {
        Part? nearest = null;
        foreach (var part in _parts)
        {
            if (part.HasMore && (nearest is null || (part.Key, part.PatentId).CompareTo((nearest.Key, nearest.PatentId)) < 0 != _request.Page.FromEnd))
            {
                nearest = part;
            }
        }
        return nearest;
    }

    /// <summary>What the page may take of one segment, walked from the end where the page is counted from there.</summary>
    private sealed class Part
    {
        private readonly LiveSegment _live;
        private readonly PatentOrder _order;
        private readonly int _start;
        private readonly int _end;
        private readonly int _step;
        private int _at;

        public Part(LiveSegment live, PatentOrder order, CataloguePage page)
        {
            (_live, _order) = (live, order);
            _start = page.After is { } after ? CountWhere((key, id) => !after.IsBefore(key, id)) : 0;
            _end = page.Before is { } before ? Math.Max(_start, CountWhere((key, id) => before.IsAfter(key, id))) : live.Segment.Count;
            _step = page.FromEnd ? -1 : 1;
            _at = page.FromEnd ? _end : _start - 1;
            MoveOn();
        }

        public CatalogueSegment Segment => _live.Segment;

        public int Document => Segment.InOrder(_order)[_at];

        public long Key { get; private set; }

        public long PatentId { get; private set; }

        public bool HasMore => _at >= _start && _at < _end;

        public bool IsAnyBefore => IsAnyLive(0, _start);

        public bool IsAnyAfter => IsAnyLive(_end, Segment.Count);

        public void MoveOn()
        {
            do
            {
                _at += _step;
            }
            while (HasMore && !_live.IsLive(Document));
            if (HasMore)
            {
                Key = SortKey.Of(_order, hasWords: false, Segment, Document, score: 0);
                PatentId = Segment.Cards[Document].PatentId;
            }
        }

        /// <summary>How many documents, which are the first ones in order, fulfil this.</summary>
        private int CountWhere(Func<long, long, bool> isBeforeTheCut)
        {
            var documents = Segment.InOrder(_order);
            int low = 0, high = documents.Length;
            while (low < high)
            {
                var middle = (low + high) >> 1;
                var document = documents[middle];
                if (isBeforeTheCut(SortKey.Of(_order, hasWords: false, Segment, document, score: 0), Segment.Cards[document].PatentId))
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

        private bool IsAnyLive(int from, int to)
        {
            var documents = Segment.InOrder(_order)[from..to];
            foreach (var document in documents)
            {
                if (_live.IsLive(document))
                {
                    return true;
                }
            }
            return false;
        }
    }
}
