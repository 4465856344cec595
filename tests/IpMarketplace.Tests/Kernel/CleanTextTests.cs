using IpMarketplace.Kernel.Texts;

namespace IpMarketplace.Tests.Kernel;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("  示范　企业 \t\r\n Demo  ", "示范 企业 Demo")]
    [InlineData("a\0b\u0001c\u007f\u0085d", "abc d")]
    [InlineData("\u202Eexe.gnp\u202C", "exe.gnp")]
    [InlineData("\uFEFFze\u200Bro\u200D\u2060\u00AD", "zero")]
    [InlineData("whole 😀 𬭩", "whole 😀 𬭩")]
    [InlineData("none\uFFFE\uFDD0", "none")]
    [InlineData("e\u0301", "é")]
    [InlineData("\uF900", "豈")]
    [InlineData("\u200B \u00A0", "")]
    public void A_line_has_no_more_than_can_be_seen(string text, string clean) => Assert.Equal(clean, CleanText.Line(text));

    [Theory]
    [InlineData(" one\r\n\ttwo\rthree\u2028four\0\u202E ", "one\n\ttwo\nthree\nfour")]
    [InlineData("\n\n", "")]
    public void Paragraphs_keep_line_breaks_and_tabs(string text, string clean) => Assert.Equal(clean, CleanText.Paragraphs(text));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("half pair", CleanText.Line("half \uD83D pair \uDE00"));

    [Fact]
    public void What_is_clean_stays_as_it_is_whatever_it_was()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)(random.Next(4) == 0 ? random.Next(0x10000) : random.Next(0x250))));
            var (line, paragraphs) = (CleanText.Line(text), CleanText.Paragraphs(text));
            Assert.Equal((line, paragraphs), (CleanText.Line(line), CleanText.Paragraphs(paragraphs)));
            Assert.DoesNotContain(paragraphs.EnumerateRunes(), CleanText.IsInvisible);
        }
    }

    [Theory]
    [InlineData("专", true)]
    [InlineData("3M", true)]
    [InlineData("𬭩", true)]
    [InlineData("360", false)]
    [InlineData("!!! 😀", false)]
    public void A_letter_of_any_script_is_one(string text, bool has) => Assert.Equal(has, CleanText.HasLetter(text));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "long…")]
    [InlineData("abc😀d", 5, "abc…")]
    public void A_shortened_text_has_no_half_character(string text, int longest, string shortened) => Assert.Equal(shortened, CleanText.Shortened(text, longest));
}
