using IpMarketplace.Catalogue;

namespace IpMarketplace.Tests.Catalogue;

public sealed class SearchTests
{
    private static readonly PatentCatalogue Batteries = Corpus.Of(
        Corpus.Entry(1, "一种锂离子电池负极材料及其制备方法", "Anode material of lithium-ion battery and preparation method", "负极材料由硅和石墨烯组成，用于锂离子电池。"),
        Corpus.Entry(2, "锂硫电池隔膜", "Separator for lithium sulfur batteries", "隔膜涂有氧化铝。"),
        Corpus.Entry(3, "太阳能电池板清洗机器人", "Robot for cleaning solar panels", "机器人沿电池板行走。", ["B08B 1/00"]),
        Corpus.Entry(4, "石墨烯散热膜", "Graphene heat dissipation film", "石墨烯膜用于手机，也用于锂离子电池的散热。", ["H05K 7/20"]),
        Corpus.Entry(5, "苹果采摘机械手", "Apple picking manipulator", "机械手由伺服电机驱动。", ["A01D 46/30"]));

    [Fact]
    public void The_title_counts_more_than_the_text() => Assert.Equal([1, 4], Batteries.SearchFor("石墨烯锂离子电池负极").Ids());

    [Theory]
    [InlineData("锂离子电池", new long[] { 1, 4 })]
    [InlineData("鋰離子電池", new long[] { 1, 4 })]
    [InlineData("石墨烯", new long[] { 4, 1 })]
    [InlineData("机器人", new long[] { 3 })]
    [InlineData("lithium battery", new long[] { 2, 1 })]
    [InlineData("Batteries", new long[] { 2, 1 })]
    [InlineData("apple", new long[] { 5 })]
    [InlineData("graphene films", new long[] { 4 })]
    public void Finds_in_chinese_and_english_best_first(string text, long[] ids) => Assert.Equal(ids, Batteries.SearchFor(text).Ids());

    [Fact]
    public void Finds_nothing_for_words_that_no_patent_has()
    {
        var hits = Batteries.SearchFor("quantum annealing");
        Assert.Empty(hits.Hits);
        Assert.Equal(0, hits.Total);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u3000")]
    public void A_blank_text_lists_everything(string? text)
    {
        var hits = Batteries.SearchFor(text);
        Assert.Equal(5, hits.Total);
        Assert.Null(hits.Reading);
    }

    [Theory]
    [InlineData("装置", IgnoredBecause.InNoPatent)]
    [InlineData("a device", IgnoredBecause.InNoPatent)]
    [InlineData("𬭩", IgnoredBecause.InNoPatent)]
    [InlineData("unheardof", IgnoredBecause.InNoPatent)]
    [InlineData("!!!", IgnoredBecause.NoWord)]
    [InlineData("😀", IgnoredBecause.NoWord)]
    [InlineData("カメラ", IgnoredBecause.NoWord)]
    [InlineData("\u200B", IgnoredBecause.NoWord)]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", IgnoredBecause.TooLong)]
    public void A_text_of_which_nothing_can_be_searched_for_finds_nothing_and_says_why(string text, IgnoredBecause because)
    {
        var hits = Batteries.SearchFor(text);
        Assert.Equal(0, hits.Total);
        Assert.Empty(hits.Hits);
        Assert.Empty(hits.Reading!.SearchedFor);
        Assert.Contains(hits.Reading.Ignored, ignored => ignored.Because == because);
    }

    [Theory]
    [InlineData("制备方法", new long[] { 1 })]
    [InlineData("一种", new long[] { 1 })]
    [InlineData("一种制备方法", new long[] { 1 })]
    [InlineData("method", new long[] { 1 })]
    [InlineData("for", new long[] { 2, 3 })]
    public void Generic_words_alone_find_the_titles_that_have_them(string text, long[] ids)
    {
        var hits = Batteries.SearchFor(text);
        Assert.Equal(ids, hits.Ids().Order());
        Assert.Empty(hits.Reading!.Ignored);
        Assert.NotNull(hits.Highlighter.Mark(hits.Hits[0].Row.Title + " " + hits.Hits[0].Row.TitleEn));
    }

    [Fact]
    public void A_text_says_what_of_it_was_searched_for()
    {
        var reading = Batteries.SearchFor("一种鋰離子电池的方法, quantum battery カメラ!").Reading!;
        Assert.Equal(QueryKind.Words, reading.Kind);
        Assert.Equal(["鋰離子电池的", "battery"], reading.SearchedFor);
        Assert.Equal(
            [("一种", IgnoredBecause.Generic), ("方法", IgnoredBecause.Generic), ("quantum", IgnoredBecause.InNoPatent), ("カメラ!", IgnoredBecause.NoWord)],
            reading.Ignored.Select(ignored => (ignored.Text, ignored.Because)));
    }

    [Theory]
    [InlineData("H01M", QueryKind.Classification)]
    [InlineData(" ZL201910000001.X", QueryKind.Number)]
    public void A_symbol_or_a_number_is_read_as_such(string text, QueryKind kind)
    {
        var reading = Batteries.SearchFor(text).Reading!;
        Assert.Equal((kind, text.Trim()), (reading.Kind, Assert.Single(reading.SearchedFor)));
    }

    [Fact]
    public void Characters_beyond_the_basic_plane_find_and_are_marked()
    {
        var catalogue = Corpus.Of(Corpus.Entry(1, "含𬭩盐的电解液"), Corpus.Entry(2, "含铵盐的电解液"));
        var hits = catalogue.SearchFor("𬭩盐");
        Assert.Equal([1], hits.Ids());
        Assert.Equal([1], catalogue.SearchFor("𬭩").Ids());
        Assert.Equal([("含", false), ("𬭩盐", true), ("的电解液", false)], hits.Highlighter.Mark("含𬭩盐的电解液")!.Select(fragment => (fragment.Text, fragment.Matched)));
    }

    [Fact]
    public void A_text_that_matches_everywhere_is_marked_in_so_many_stretches_and_no_more()
    {
        var catalogue = Corpus.Of(Corpus.Entry(1, "铜"));
        var text = string.Concat(Enumerable.Repeat("铜铁", 10_000));
        var fragments = catalogue.SearchFor("铜").Highlighter.Mark(text)!;
        Assert.Equal(201, fragments.Count);
        Assert.Equal(text, string.Concat(fragments.Select(fragment => fragment.Text)));
    }

    [Theory]
    [InlineData("H01M", new long[] { 1, 2 })]
    [InlineData("h01m10/0525", new long[] { 1, 2 })]
    [InlineData("H01M 10/00", new long[] { 1, 2 })]
    [InlineData("H01M 10", new long[] { 1, 2 })]
    [InlineData("A01", new long[] { 5 })]
    [InlineData("H01M 10/06", new long[0])]
    public void A_symbol_of_the_classification_finds_its_patents(string text, long[] ids) => Assert.Equal(ids, Batteries.SearchFor(text).Ids());

    [Fact]
    public void A_long_question_finds_what_comes_nearest() =>
        Assert.Equal(1, Batteries.SearchFor("我公司希望解决新能源汽车动力锂离子电池在低温环境下循环寿命短、充电速度慢以及负极膨胀开裂的难题").Ids()[0]);

    [Fact]
    public void Scores_are_the_sums_of_the_specification()
    {
        // Two documents; 硒 stands in the title of one: N 2, df 1, idf ln 2; q 4, 4*9/12 = 3; head of 3 terms where the average is 4: 2/(.25+.75*3/4) = 2.461538.
        var catalogue = Corpus.Of(Corpus.Entry(1, "硒膜"), Corpus.Entry(2, "镓膜管"));
        var hit = Assert.Single(catalogue.SearchFor("硒").Hits);
        const float tf = 2.461538f;
        Assert.Equal(MathF.Log(2) * 3 * tf * 2.2f / (tf + 1.2f), hit.Score, 1e-4f);
    }

    [Fact]
    public void Equal_scores_follow_by_id() => Assert.Equal([3, 7, 9], Corpus.Of(Corpus.Entry(9, "硒"), Corpus.Entry(3, "硒"), Corpus.Entry(7, "硒")).SearchFor("硒").Ids());

    [Fact]
    public void Highlights_are_the_text_in_pieces()
    {
        var highlighter = Batteries.SearchFor("锂离子电池 battery").Highlighter;
        Assert.Equal(
            [("一种", false), ("锂离子电池", true), ("负极材料及其制备方法", false)],
            highlighter.Mark("一种锂离子电池负极材料及其制备方法")!.Select(fragment => (fragment.Text, fragment.Matched)));
        Assert.Equal(
            [("Lithium ", false), ("Batteries", true)],
            highlighter.Mark("Lithium Batteries")!.Select(fragment => (fragment.Text, fragment.Matched)));
        Assert.Null(highlighter.Mark("苹果采摘机械手"));
    }

    [Fact]
    public void Highlights_stand_on_the_original_spelling() => Assert.Equal(
        [("新式", false), ("鋰離子", true)],
        Batteries.SearchFor("锂离子").Highlighter.Mark("新式鋰離子")!.Select(fragment => (fragment.Text, fragment.Matched)));
}
