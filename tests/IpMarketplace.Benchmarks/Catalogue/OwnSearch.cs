using IpMarketplace.Catalogue;

namespace IpMarketplace.Benchmarks.Catalogue;

/// <summary>The catalogue, with all facets counted and no answer kept.</summary>
internal sealed class OwnSearch : IComparedSearch
{
    private readonly PatentCatalogue _catalogue = new(settings: new SearchSettings { KeptAnswerBytes = 0 });

    public string Name => "catalogue, facets counted";

    public long Bytes => _catalogue.Bytes;

    public void Add(IEnumerable<ComparedPatent> patents) => _catalogue.Apply([.. patents.Select(patent => patent.Entry)], []);

    public void Complete()
    {
        while (_catalogue.Compact())
        {
        }
    }

    public int Ask(Question question)
    {
        var filter = question.Section is { } section ? CatalogueFilter.None.With(CatalogueFacet.Section, [section - 'A' + 1]) : CatalogueFilter.None;
        var isForEverything = question.Words.Length == 0;
        var hits = _catalogue.Search(new CatalogueRequest(
            isForEverything ? null : string.Join(' ', question.Words), filter, isForEverything ? PatentOrder.Newest : PatentOrder.Relevance, new CataloguePage(20)));
        foreach (var facet in Enum.GetValues<CatalogueFacet>())
        {
            GC.KeepAlive(hits.Facet(facet));
        }
        return hits.Total;
    }

    public void Dispose()
    {
    }
}
