using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Tests.Catalogue.Text;

public sealed class TraditionalCharactersTests
{
    [Fact]
    public void The_whole_table_of_the_basic_plane_is_built_in() => Assert.True(TraditionalCharacters.BuiltIn.Count > 2_900);

    [Theory]
    [InlineData("檢測鋰電池電極", "检测锂电池电极")]
    [InlineData("薴苧苎", "苎苎苎")]
    public void Traditional_texts_fold_to_simplified_ones(string traditional, string simplified) => Assert.Equal(simplified, TextFolding.Default.Fold(traditional));

    [Fact]
    public void A_table_may_be_loaded() => Assert.Equal("丁", new TextFolding(TraditionalCharacters.Parse(["# table", "甲\t丁 戊", "乙\t𠉂", "丙\t丙 甲"])).Fold("甲"));
}
