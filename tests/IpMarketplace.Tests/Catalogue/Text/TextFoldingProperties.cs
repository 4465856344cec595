using FsCheck.Xunit;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Tests.Catalogue.Text;

/// <summary>Folding of any text, broken ones included.</summary>
public sealed class TextFoldingProperties
{
    [Property(MaxTest = 1_000)]
    public void Folding_twice_is_folding_once_and_texts_fold_character_by_character(string? one, string? other)
    {
        var (left, right) = (one ?? "", other ?? "");

        var folded = TextFolding.Default.Fold(left + right);

        Assert.Equal(folded, TextFolding.Default.Fold(folded));
        Assert.Equal(folded, TextFolding.Default.Fold(left) + TextFolding.Default.Fold(right));
    }
}
