using System.Text;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Tests.Catalogue.Text;

/// <summary>What means the same is spelled the same, for every character of the basic plane.</summary>
public sealed class TextFoldingTests
{
    private static IEnumerable<string> Characters =>
        Enumerable.Range(0, 0xFFFE).Where(code => !char.IsSurrogate((char)code)).Select(code => ((char)code).ToString());

    [Fact]
    public void Every_compatibility_form_folds_as_the_text_it_stands_for() =>
        Assert.DoesNotContain(Characters, form => TextFolding.Default.Fold(form) != TextFolding.Default.Fold(form.Normalize(NormalizationForm.FormKC)));

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Assert.DoesNotContain(Characters, form => TextFolding.Default.Fold(TextFolding.Default.Fold(form)) != TextFolding.Default.Fold(form));

    [Theory]
    [InlineData("\uF902", "车")]
    [InlineData("㎡", "m2")]
    [InlineData("Ｈ₂Ｏ", "h2o")]
    [InlineData("⼈", "人")]
    public void Forms_that_documents_hold_are_found(string form, string folded) => Assert.Equal(folded, TextFolding.Default.Fold(form));
}
