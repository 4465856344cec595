using IpMarketplace.Organizations;
using IpMarketplace.Statistics;
using IpMarketplace.Statistics.Indicators;
using static IpMarketplace.Tests.Statistics.Facts;

namespace IpMarketplace.Tests.Statistics;

/// <summary>ST-40 to ST-55.</summary>
public sealed class TransactionIndicatorsTests
{
    [Fact]
    public void ST_42_is_the_growth_over_the_same_period_a_year_earlier_in_both_units()
    {
        var growth = YearOnYearGrowth.Of([Contract(patents: [1, 2]), Contract(patents: [3])], [Contract(patents: [1]), Contract(patents: [2]), Contract(patents: [3])], Year2025);
        Assert.Equal(-0.333333m, growth.Value);
        Assert.Equal(-0.333333m, growth.Part("CONTRACTS").Value);
        Assert.Equal(0m, growth.Part("PATENT_TIMES").Value);
    }

    [Fact]
    public void ST_42_is_undefined_when_there_was_nothing_a_year_earlier()
    {
        var growth = YearOnYearGrowth.Of([Contract()], [], Year2025);
        Assert.Null(growth.Value);
        Assert.Null(growth.Part("PATENT_TIMES").Value);
        Assert.False(growth.Suppressed);
    }

    [Fact]
    public void ST_44_divides_demonstration_universities_by_all_universities_and_institutes()
    {
        var share = DemonstrationShare.Of(
            [
                Contract(from: University with { IsDemonstration = true }),
                Contract(from: University),
                Contract(from: new PartyFact(2, OrganizationKind.Institute, "31")),
                Contract(from: new PartyFact(3, OrganizationKind.Hospital, "31")),
                Contract(from: new PartyFact(4, OrganizationKind.Enterprise, "31")),
            ],
            Year2025);
        Assert.Equal(0.333333m, share.Value);
        Assert.Equal(1, share.Part("DEMONSTRATION").Value);
        Assert.Equal(3, share.Part("ALL").Value);
    }

    [Fact]
    public void ST_44_is_undefined_where_no_university_or_institute_licensed() =>
        Assert.Null(DemonstrationShare.Of([Contract(from: Enterprise)], Year2025).Value);

    [Fact]
    public void ST_48_adds_up_fixed_sums_and_entry_fees_but_labels_them()
    {
        var amount = ContractAmount.Of(
            [
                Contract(PaymentForm.Fixed, 100.01m), Contract(PaymentForm.Fixed, 200.02m), Contract(PaymentForm.EntryPlusRoyalty, 50.10m),
                Contract(PaymentForm.Fixed, 10_000m), Contract(PaymentForm.Royalty), Contract(),
            ],
            Year2025);
        Assert.Equal(10_350.13m, amount.Value);
        Assert.Equal(10_300.03m, amount.Part("FIXED").Value);
        Assert.Equal(50.10m, amount.Part("ENTRY_FEE").Value);
        Assert.Equal(4, amount.Part("CONTRACTS").Value);
        Assert.Equal(2587.53m, amount.Part("MEAN").Value);
        Assert.Equal(150.02m, amount.Part("MEDIAN").Value);
    }

    [Fact]
    public void ST_48_has_neither_mean_nor_median_where_nothing_was_paid()
    {
        var amount = ContractAmount.Of([Contract()], Year2025);
        Assert.Equal(0m, amount.Value);
        Assert.Null(amount.Part("MEAN").Value);
        Assert.Null(amount.Part("MEDIAN").Value);
        Assert.Null(amount.Part("FIXED").Share);
    }

    [Fact]
    public void ST_50_gives_every_form_its_number_and_its_share()
    {
        var forms = PaymentFormShare.Of(
            [Contract(), Contract(), Contract(PaymentForm.Fixed, 1m), Contract(PaymentForm.Royalty), Contract(PaymentForm.EntryPlusRoyalty, 1m), Contract()], Year2025);
        Assert.Equal(6, forms.Value);
        Assert.Equal(
            [("FREE", 3m, 0.5m), ("FIXED", 1m, 0.166667m), ("ROYALTY", 1m, 0.166667m), ("ENTRY_PLUS_ROYALTY", 1m, 0.166667m)],
            forms.Parts.Select(part => (part.Key, part.Value!.Value, part.Share!.Value)));
    }

    [Fact]
    public void ST_55_counts_as_local_only_parties_whose_province_is_known_and_the_same()
    {
        var share = LocalShare.Of(
            [
                Contract(), Contract(to: Enterprise with { Province = "32" }), Contract(to: new PartyFact(null, null, null)),
                Contract(from: University with { Province = null }, to: Enterprise with { Province = null }),
            ],
            Year2025);
        Assert.Equal(0.25m, share.Value);
        Assert.Equal(1, share.Part("LOCAL").Value);
        Assert.Equal(4, share.Part("ALL").Value);
    }

    [Fact]
    public void ST_55_matrix_has_a_cell_for_each_pair_of_provinces_the_largest_first()
    {
        ContractFact[] contracts =
        [
            Contract(to: Enterprise with { Province = "44" }), Contract(patents: [1, 2]), Contract(patents: [3]),
            Contract(from: University with { Province = "11" }), Contract(to: new PartyFact(null, null, null)),
        ];
        Assert.Equal(
            [new ProvinceFlow("33", "33", 2, 3), new ProvinceFlow("11", "33", 1, 1), new ProvinceFlow("33", null, 1, 1), new ProvinceFlow("33", "44", 1, 1)],
            LocalShare.Matrix(contracts));
    }
}
