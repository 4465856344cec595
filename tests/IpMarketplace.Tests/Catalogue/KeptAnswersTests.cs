using IpMarketplace.Catalogue;

namespace IpMarketplace.Tests.Catalogue;

public sealed class KeptAnswersTests
{
    [Fact]
    public void Answers_are_kept_until_something_changes()
    {
        var catalogue = Corpus.Of(Corpus.Entry(1, "电池"));
        var first = catalogue.SearchFor("电池");
        Assert.Same(first, catalogue.SearchFor("电池"));
        catalogue.Apply([Corpus.Entry(2, "电池")], []);
        Assert.NotSame(first, catalogue.SearchFor("电池"));
    }

    [Fact]
    public void However_much_is_asked_the_answers_kept_stay_within_their_memory()
    {
        var catalogue = new PatentCatalogue(settings: new SearchSettings { KeptAnswerBytes = 200_000 });
        catalogue.Apply([.. Enumerable.Range(1, 100).Select(id => Corpus.Entry(id, "电池"))], []);
        var kept = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var request = new CatalogueRequest($"电池 {i} {new string('x', i)}", CatalogueFilter.None, PatentOrder.Relevance, new CataloguePage(i % 100));
            kept += ReferenceEquals(catalogue.Search(request), catalogue.Search(request)) ? 1 : 0;
            Assert.InRange(catalogue.KeptAnswerBytes, 0, 200_000);
        }
        Assert.True(kept > 500);
    }

    [Fact]
    public void An_answer_that_would_push_out_many_others_is_not_kept()
    {
        var catalogue = new PatentCatalogue(settings: new SearchSettings { KeptAnswerBytes = 100_000 });
        catalogue.Apply([.. Enumerable.Range(1, 100).Select(id => Corpus.Entry(id, "电池"))], []);
        var small = catalogue.SearchFor("电池", first: 1);
        Assert.NotSame(catalogue.SearchFor("电池", first: 100), catalogue.SearchFor("电池", first: 100));
        Assert.Same(small, catalogue.SearchFor("电池", first: 1));
    }
}
