using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Tests.Catalogue.Text;

public sealed class TraditionalCharactersTests
{
    [Fact]
    public void No_character_has_two_simplified_forms() =>
        Assert.Equal(TraditionalCharacters.BuiltIn.Count, TraditionalCharacters.BuiltIn.Select(pair => pair.Traditional).Distinct().Count());

    [Fact]
    public void No_simplified_form_is_simplified_again()
    {
        var traditional = TraditionalCharacters.BuiltIn.Select(pair => pair.Traditional).ToHashSet();
        Assert.DoesNotContain(TraditionalCharacters.BuiltIn, pair => traditional.Contains(pair.Simplified));
    }

    [SharedDataFact("dict/opencc-TSCharacters.txt")]
    public void The_table_built_in_is_part_of_the_full_one()
    {
        var full = TraditionalCharacters.Parse(File.ReadLines(Repository.SharedData("dict/opencc-TSCharacters.txt"))).ToDictionary();
        Assert.True(full.Count > 3_500);
        Assert.All(TraditionalCharacters.BuiltIn, pair => Assert.Equal(full[pair.Traditional], pair.Simplified));
    }

    [Fact]
    public void A_table_may_be_loaded() => Assert.Equal("丁", new TextFolding(TraditionalCharacters.Parse(["# table", "甲\t丁 戊", "乙\t𠉂"])).Fold("甲"));
}
