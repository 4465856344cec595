using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Tests.Catalogue.Text;

public sealed class TextAnalyzerTests
{
    private readonly TextAnalyzer _analyzer = new(TextFolding.Default);

    [Theory]
    [InlineData("锂离子电池负极材料的制备方法", "锂 离 子 电 池 负 极 材 料 的 锂离 离子 子电 电池 池负 负极 极材 材料 料的")]
    [InlineData("一种ＲＦＩＤ標籤讀取系統V2.0", "@rfid 标 签 读 取 标签 签读 读取 @v2.0")]
    [InlineData("C++与5G基站天线研发", "@c++ @5g 与 基 站 天 线 基站 站天 天线")]
    public void Cuts_as_the_specification_does(string text, string terms) => Assert.Equal(terms.Split(' ').Order(StringComparer.Ordinal), Terms(text));

    [Fact]
    public void Counts_every_occurrence() => Assert.Equal(2, Count("电池与电池组", "电池"));

    [Fact]
    public void Forms_no_pair_across_a_generic_word() => Assert.DoesNotContain("池组", Terms("电池装置组"));

    [Fact]
    public void The_longest_generic_word_wins() => Assert.Equal(["膜"], Terms("膜制备方法"));

    [Theory]
    [InlineData("lithium batteries", "Lithium battery")]
    [InlineData("welding of pipes", "welded pipe")]
    [InlineData("machines for cutting glasses", "machine to cut glass")]
    [InlineData("controlled valves", "control valve")]
    [InlineData("heat exchanger coatings", "heat exchangers coated")]
    [InlineData("spring", "springs")]
    public void Forms_of_an_english_word_are_one_term(string one, string other) => Assert.Equal(Terms(other), Terms(one));

    [Theory]
    [InlineData("string", "strand")]
    [InlineData("sensor", "sense")]
    [InlineData("lens", "lend")]
    public void Different_english_words_stay_apart(string one, string other) => Assert.NotEqual(Terms(other), Terms(one));

    [Fact]
    public void Generic_english_words_are_left_out() => Assert.Equal(["@grap"], Terms("A method and device for the use of grap").ToArray());

    [Fact]
    public void A_compound_gives_itself_and_its_parts() => Assert.Equal(["@ion", "@lithium", "@lithium-ion"], Terms("Lithium-ion"));

    [Theory]
    [InlineData("处理；ＡＢ", "@ab 处 理 处理")]
    [InlineData("100㎡", "@100m2")]
    [InlineData("CO₂", "@co2")]
    [InlineData("⼯", "工")]
    public void Compatibility_forms_are_folded(string text, string terms) =>
        Assert.Equal(terms.Split(' ').Order(StringComparer.Ordinal), Terms(text));

    [Fact]
    public void A_query_learns_no_words()
    {
        Assert.Empty(_analyzer.KnownTermsOf("unheardof"));
        _analyzer.TermsOf("unheardof");
        Assert.Single(_analyzer.KnownTermsOf("unheardof"));
    }

    [Theory]
    [InlineData("电𬭩膜", "电 膜 𬭩 电𬭩 𬭩膜")]
    [InlineData("𬭩𬬻", "𬬻 𬭩 𬭩𬬻")]
    [InlineData("𬭩装置😀", "𬭩")]
    public void Characters_beyond_the_basic_plane_are_characters(string text, string terms) =>
        Assert.Equal(terms.Split(' ').Order(StringComparer.Ordinal), Terms(text));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal(["膜"], Terms("\uD86D 膜 \uDF69"));

    [Fact]
    public void A_monstrous_word_is_passed_over() => Assert.Equal(["膜"], Terms(new string('x', 100_000) + " 膜"));

    [Fact]
    public void Thousands_of_words_keep_their_numbers()
    {
        for (var i = 0; i < 20_000; i++)
        {
            _analyzer.TermsOf($"word{i}x");
        }
        foreach (var i in new[] { 0, 4_095, 4_096, 19_999 })
        {
            var term = Assert.Single(_analyzer.KnownTermsOf($"word{i}x")).Key;
            Assert.Equal($"@word{i}x", _analyzer.Spell(term));
        }
    }

    private IEnumerable<string> Terms(string text) => _analyzer.TermsOf(text).Keys.Select(_analyzer.Spell).Order(StringComparer.Ordinal);

    private int Count(string text, string term) => _analyzer.TermsOf(text).Single(entry => _analyzer.Spell(entry.Key) == term).Value;
}
