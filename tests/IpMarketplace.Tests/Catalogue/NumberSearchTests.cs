using IpMarketplace.Catalogue;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Catalogue;

public sealed class NumberSearchTests
{
    private static readonly PatentCatalogue Catalogue = Corpus.Of(
        Numbered(1, "201310699744.2", null),
        Numbered(2, "95115608.X", "CN1123456C"),
        Numbered(3, "202010123456.2", "CN111504366B"));

    [Theory]
    [InlineData("201310699744.2", 1)]
    [InlineData("ZL201310699744.2", 1)]
    [InlineData("zl 2013106997442", 1)]
    [InlineData("201310699744", 1)]
    [InlineData("CN95115608", 2)]
    [InlineData("95115608x", 2)]
    [InlineData("ＣＮ１１１５０４３６６Ｂ", 3)]
    [InlineData("CN111504366", 3)]
    public void A_number_finds_its_patent_however_it_is_written(string text, long id) => Assert.Equal([id], Catalogue.SearchFor(text).Ids());

    [Fact]
    public void An_unknown_number_finds_nothing() => Assert.Empty(Catalogue.SearchFor("ZL202010123457").Hits);

    [Fact]
    public void Numbers_are_spelled_with_their_check_digit() =>
        Assert.Equal(["201310699744.2", "95115608.X", "202010123456.2"], new long[] { 1, 2, 3 }.Select(id => Catalogue.Find(id)!.Number));

    private static CatalogueEntry Numbered(long id, string number, string? publication)
    {
        Assert.True(PatentNumber.TryParse(number, out var parsed, out _));
        var published = PublicationNumber.TryParse(publication, out var known, out _) ? known : null;
        return Corpus.Entry(id, "齿轮箱") with { Number = parsed, Publication = published };
    }
}
