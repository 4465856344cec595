using IpMarketplace.Kernel.Errors;
using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Tests.OpenLicensing;

public sealed class FeeTermsTests
{
    [Fact]
    public void Nothing_is_due_first_for_a_free_licence_or_a_pure_royalty_OL_53()
    {
        Assert.Equal(0m, FeeTerms.Free.FirstPaymentDue);
        Assert.Equal(0m, Offers.Fee(FeeStructure.Royalty, percent: 3.5m, royaltyBase: RoyaltyBase.NetSales).FirstPaymentDue);
    }

    [Fact]
    public void The_fixed_part_or_its_first_instalment_is_due_first_OL_52()
    {
        Assert.Equal(50_000m, Offers.LumpSum(50_000m).FirstPaymentDue);
        Assert.Equal(20_000m, Offers.Fee(FeeStructure.EntryPlusRoyalty, 20_000m, percent: 2m, royaltyBase: RoyaltyBase.Profit).FirstPaymentDue);
        Assert.Equal(33_333.34m, Offers.Fee(FeeStructure.Instalments, 100_000m, 3, 6).FirstPaymentDue);
    }

    [Theory]
    [InlineData("100000.00", 3)]
    [InlineData("0.07", 3)]
    [InlineData("99999.99", 60)]
    public void Instalments_add_up_to_the_fixed_sum_to_the_last_fen_GI_11(string total, int count)
    {
        var terms = Offers.Fee(FeeStructure.Instalments, decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture), count, 6);

        Assert.Equal(count, terms.Schedule.Count);
        Assert.Equal(terms.FixedAmount, terms.Schedule.Sum(part => part.Amount));
        Assert.All(terms.Schedule, part => Assert.True(part.Amount >= 0));
        Assert.Equal(6 * (count - 1), terms.Schedule[^1].MonthsAfterNotice);
    }

    public static TheoryData<FeeStructure, double?, int?, int?, double?, RoyaltyBase?, string[]> Wrong => new()
    {
        { FeeStructure.LumpSum, null, null, null, null, null, ["declaration.fee.fixedAmount"] },
        { FeeStructure.LumpSum, 0, null, null, null, null, ["declaration.fee.fixedAmount"] },
        { FeeStructure.LumpSum, -1, null, null, null, null, ["declaration.fee.fixedAmount"] },
        { FeeStructure.LumpSum, 10.005, null, null, null, null, ["declaration.fee.fixedAmount"] },
        { FeeStructure.Free, 1, null, null, null, null, ["declaration.fee.fixedAmount"] },
        { FeeStructure.Instalments, 100, 1, 13, null, null, ["declaration.fee.instalmentCount", "declaration.fee.instalmentMonths"] },
        { FeeStructure.Royalty, null, null, null, 0, RoyaltyBase.NetSales, ["declaration.fee.royaltyPercent"] },
        { FeeStructure.Royalty, null, null, null, 100.01, RoyaltyBase.NetSales, ["declaration.fee.royaltyPercent"] },
        { FeeStructure.Royalty, null, null, null, 3, null, ["declaration.fee.royaltyBase"] },
        { FeeStructure.EntryPlusRoyalty, 100, 2, null, 3, RoyaltyBase.NetSales, ["declaration.fee.instalmentCount"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Names_each_part_that_does_not_fit_the_structure_FE_13(
        FeeStructure structure, double? amount, int? count, int? months, double? percent, RoyaltyBase? royaltyBase, string[] paths)
    {
        var refusal = FeeTerms.From(structure, (decimal?)amount, count, months, (decimal?)percent, royaltyBase, out _);

        Assert.Equal(paths, Assert.IsType<InputInvalid>(refusal).Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Warns_above_the_usual_limits_and_only_there_OL_10()
    {
        Assert.Empty(Offers.LumpSum(20_000_000m).Warnings);
        Assert.Single(Offers.LumpSum(20_000_000.01m).Warnings);
        Assert.Empty(Offers.Fee(FeeStructure.Royalty, percent: 20m, royaltyBase: RoyaltyBase.NetSales).Warnings);
        Assert.Single(Offers.Fee(FeeStructure.Royalty, percent: 20.01m, royaltyBase: RoyaltyBase.NetSales).Warnings);
        Assert.Empty(Offers.Fee(FeeStructure.Royalty, percent: 40m, royaltyBase: RoyaltyBase.Profit).Warnings);
        Assert.Equal(2, Offers.Fee(FeeStructure.EntryPlusRoyalty, 30_000_000m, percent: 41m, royaltyBase: RoyaltyBase.Profit).Warnings.Count);
    }

    [Fact]
    public void Reads_in_Chinese_as_the_notice_needs_it()
    {
        Assert.Equal("免费", FeeTerms.Free.InChinese());
        Assert.Equal(
            "入门费人民币20,000.00元,另按净销售额的3.5%支付提成费",
            Offers.Fee(FeeStructure.EntryPlusRoyalty, 20_000m, percent: 3.5m, royaltyBase: RoyaltyBase.NetSales).InChinese());
    }
}
