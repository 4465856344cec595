using IpMarketplace.Catalogue;
using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Tests.Catalogue;

public sealed class OrderAndPagingTests
{
    private readonly PatentCatalogue _catalogue = Corpus.Of(
        Corpus.Entry(1, "甲") with { GrantDate = new(2020, 5, 1), ExpiryDate = new(2038, 1, 1) },
        Corpus.Entry(2, "乙").With(OfferKind.OpenAnnounced, Corpus.LumpSum(20_000), "2024-03-01") with { ExpiryDate = new(2030, 1, 1) },
        Corpus.Entry(3, "丙").With(OfferKind.OpenAnnounced, FeeTerms.Free, "2025-03-01") with { GrantDate = new(2021, 5, 1) },
        Corpus.Entry(4, "丁").With(OfferKind.Negotiated, null, "2023-03-01"),
        Corpus.Entry(5, "戊") with { GrantDate = new(2025, 6, 1), ExpiryDate = new(2044, 1, 1) });

    [Theory]
    [InlineData(PatentOrder.Relevance, new long[] { 3, 2, 4, 5, 1 })]
    [InlineData(PatentOrder.Newest, new long[] { 5, 3, 2, 4, 1 })]
    [InlineData(PatentOrder.FeeAsc, new long[] { 3, 2, 1, 4, 5 })]
    [InlineData(PatentOrder.FeeDesc, new long[] { 2, 3, 1, 4, 5 })]
    [InlineData(PatentOrder.Expiry, new long[] { 5, 1, 2, 3, 4 })]
    [InlineData(PatentOrder.GrantDate, new long[] { 5, 3, 1, 2, 4 })]
    public void Orders_as_its_name_says(PatentOrder order, long[] ids) => Assert.Equal(ids, _catalogue.SearchFor(null, order: order).Ids());

    [Theory]
    [InlineData(PatentOrder.Relevance)]
    [InlineData(PatentOrder.FeeAsc)]
    public void Pages_forward_and_back_meet_every_patent_once(PatentOrder order)
    {
        var all = _catalogue.SearchFor(null, order: order).Ids();
        var first = Page(order, new CataloguePage(2));
        var second = Page(order, new CataloguePage(2, After: Place(first.Hits[^1], order)));
        var third = Page(order, new CataloguePage(2, After: Place(second.Hits[^1], order)));
        Assert.Equal(all, first.Ids().Concat(second.Ids()).Concat(third.Ids()));
        Assert.Equal([(false, true), (true, true), (true, false)], new[] { first, second, third }.Select(page => (page.HasPrevious, page.HasNext)));

        var back = Page(order, new CataloguePage(2, Before: Place(third.Hits[0], order), FromEnd: true));
        Assert.Equal(second.Ids(), back.Ids());
        Assert.Equal((true, true), (back.HasPrevious, back.HasNext));
        Assert.Equal(all[^2..], Page(order, new CataloguePage(2, FromEnd: true)).Ids());
    }

    [Fact]
    public void A_page_goes_on_where_the_last_ended_although_patents_come_and_go()
    {
        var first = Page(PatentOrder.FeeAsc, new CataloguePage(2));
        _catalogue.Apply([Corpus.Entry(6, "己").With(OfferKind.OpenAnnounced, Corpus.LumpSum(10_000))], [first.Hits[^1].Row.Id]);
        Assert.Equal([1, 4], Page(PatentOrder.FeeAsc, new CataloguePage(2, After: first.Hits[^1].Place)).Ids());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("电池电池电池电池电池电池电池电池电池电池电池电")]
    public void A_foreign_cursor_is_none(string text) => Assert.False(CataloguePlace.TryParse(text, PatentOrder.Relevance, out _));

    [Fact]
    public void A_cursor_of_another_order_is_none()
    {
        var cursor = _catalogue.SearchFor(null).Hits[0].Place.ToString();
        Assert.True(CataloguePlace.TryParse(cursor, PatentOrder.Relevance, out _));
        Assert.False(CataloguePlace.TryParse(cursor, PatentOrder.Newest, out _));
    }

    private CatalogueHits Page(PatentOrder order, CataloguePage page) => _catalogue.Search(new CatalogueRequest(null, CatalogueFilter.None, order, page));

    private static CataloguePlace Place(CatalogueHit hit, PatentOrder order) =>
        CataloguePlace.TryParse(hit.Place.ToString(), order, out var place) ? place : throw new InvalidOperationException("A cursor must be readable.");
}
