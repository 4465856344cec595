using IpMarketplace.Statistics;
using IpMarketplace.Statistics.Indicators;
using static IpMarketplace.Tests.Statistics.Facts;

namespace IpMarketplace.Tests.Statistics;

/// <summary>Published cells are suppressed at 20 contracts or fewer (domain.md 2.8, ST-53).</summary>
public sealed class SmallCellsTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void One_to_20_contracts_are_withheld(int contracts, bool withheld)
    {
        var figure = SmallCells.Suppress(Transactions.Of(Contracts(contracts), Year2025), contracts);
        Assert.Equal(withheld, figure.Suppressed);
        Assert.Equal(withheld ? null : contracts, figure.Value);
        Assert.Equal(withheld ? null : contracts, Assert.Single(figure.Parts).Value);
    }

    [Fact]
    public void A_single_small_part_takes_the_next_smallest_along_so_that_subtraction_gives_nothing_away()
    {
        var forms = SmallCells.SuppressParts(PaymentFormShare.Of(
            [.. Contracts(40), .. Contracts(30, PaymentForm.Fixed), .. Contracts(25, PaymentForm.Royalty), .. Contracts(3, PaymentForm.EntryPlusRoyalty)], Year2025));
        Assert.True(forms.Suppressed);
        Assert.Equal(98, forms.Value);
        Assert.Equal([40m, 30m, null, null], forms.Parts.Select(part => part.Value));
        Assert.Equal([false, false, true, true], forms.Parts.Select(part => part.Suppressed));
        Assert.Null(forms.Part("ROYALTY").Share);
    }

    [Fact]
    public void Parts_without_contracts_are_shown_as_0()
    {
        var forms = SmallCells.SuppressParts(PaymentFormShare.Of([.. Contracts(40), .. Contracts(30, PaymentForm.Fixed)], Year2025));
        Assert.False(forms.Suppressed);
        Assert.Equal([40m, 30m, 0m, 0m], forms.Parts.Select(part => part.Value));
    }

    private static List<ContractFact> Contracts(int count, PaymentForm payment = PaymentForm.Free) => [.. Enumerable.Repeat(Contract(payment), count)];
}
