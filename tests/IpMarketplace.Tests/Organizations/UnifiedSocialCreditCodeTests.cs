using IpMarketplace.Organizations;

namespace IpMarketplace.Tests.Organizations;

/// <summary>GB 32100-2015 (domain.md 5.10, GI-14).</summary>
public sealed class UnifiedSocialCreditCodeTests
{
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91512081MA62K0260E")]
    [InlineData("12100000400000624D")]
    [InlineData("12100000400002259P")]
    [InlineData("914403001922038216")]
    public void Takes_codes_whose_check_character_is_right(string text)
    {
        Assert.True(UnifiedSocialCreditCode.TryParse(text, out var code, out _));
        Assert.Equal(text, code.Value);
    }

    [Theory]
    [InlineData("９１３５０１００M000100Y43")]
    [InlineData(" 91350100-m000100y43 ")]
    public void Forgives_spelling(string text)
    {
        Assert.True(UnifiedSocialCreditCode.TryParse(text, out var code, out _));
        Assert.Equal("91350100M000100Y43", code.Value);
    }

    [Theory]
    [InlineData("91350100M000100Y44", "The check character of 91350100M000100Y4 is 3, not 4.")]
    [InlineData("91350100M000100Y4Z", "A credit code has 18 characters of 0123456789ABCDEFGHJKLMNPQRTUWXY, the third to eighth of them digits.")]
    [InlineData("9135010M000100Y43", "A credit code has 18 characters of 0123456789ABCDEFGHJKLMNPQRTUWXY, the third to eighth of them digits.")]
    [InlineData(null, "A credit code has 18 characters of 0123456789ABCDEFGHJKLMNPQRTUWXY, the third to eighth of them digits.")]
    public void Refuses_everything_else_and_says_why(string? text, string why)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(text, out _, out var problem));
        Assert.Equal(why, problem);
    }
}
