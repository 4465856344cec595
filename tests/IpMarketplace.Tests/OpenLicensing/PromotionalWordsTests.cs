using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Tests.OpenLicensing;

/// <summary>OL-04: an open licence contains no commercial promotional wording.</summary>
public sealed class PromotionalWordsTests
{
    [Theory]
    [InlineData("本技术全国第一,欲购从速", "全国第一")]
    [InlineData("零风险的负极材料", "零风险")]
    [InlineData("The World-Leading electrode", "World-Leading")]
    [InlineData("at the best  price", "best price")]
    public void Finds_the_words_as_they_stand_there(string text, string words) => Assert.Equal(words, PromotionalWords.FirstIn(text));

    [Theory]
    [InlineData("所述第一电极与第二电极之间的最佳温度为 80 ℃")]
    [InlineData("the best mode of carrying out the invention")]
    [InlineData("a discounted cash flow")]
    [InlineData("")]
    [InlineData(null)]
    public void Leaves_the_language_of_patents_alone(string? text) => Assert.Null(PromotionalWords.FirstIn(text));
}
