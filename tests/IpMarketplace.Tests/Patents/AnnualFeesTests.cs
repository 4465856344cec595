using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Patents;

/// <summary>AF-01 to AF-10, OL-65 to OL-68.</summary>
public sealed class AnnualFeesTests
{
    [Theory]
    [InlineData(PatentKind.Invention, 20, 82_300)]
    [InlineData(PatentKind.UtilityModel, 10, 11_200)]
    [InlineData(PatentKind.Design, 10, 11_200)]
    [InlineData(PatentKind.Design, 15, 26_200)]
    public void The_fees_of_a_term_add_up_AF_06_AF_07(PatentKind kind, int years, int sum) =>
        Assert.Equal(sum, Enumerable.Range(1, years).Sum(year => AnnualFees.FullFee(kind, year)));

    [Fact]
    public void A_compensation_year_costs_8000_AF_09() => Assert.Equal(8000m, AnnualFees.FullFee(PatentKind.Invention, 21));

    [Fact]
    public void A_utility_model_has_no_eleventh_year() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AnnualFees.FullFee(PatentKind.UtilityModel, 11));

    [Fact]
    public void An_open_licence_alone_takes_15_percent_off_AF_10() =>
        Assert.Equal(3400m, AnnualFees.Payable(PatentKind.Invention, 12, AnnualFees.Reduction(FeeReduction.None, 12, 3, openLicence: true)));

    [Fact]
    public void Reductions_do_not_stack_OL_66() =>
        Assert.Equal(180m, AnnualFees.Payable(PatentKind.Invention, 5, AnnualFees.Reduction(FeeReduction.SingleApplicant, 5, 3, openLicence: true)));

    [Theory]
    [InlineData(FeeReduction.SingleApplicant, 12, 0.85)]
    [InlineData(FeeReduction.SingleApplicant, 13, 0)]
    [InlineData(FeeReduction.SeveralApplicants, 12, 0.70)]
    [InlineData(FeeReduction.SeveralApplicants, 13, 0)]
    public void A_reduction_lasts_ten_years_from_the_grant_year_AF_08(FeeReduction reduction, int year, double off) =>
        Assert.Equal((decimal)off, AnnualFees.Reduction(reduction, year, grantYear: 3, openLicence: false));

    [Theory]
    [InlineData("2026-03-16", 0)]
    [InlineData("2026-04-16", 0)]
    [InlineData("2026-04-17", 200)]
    [InlineData("2026-05-19", 400)]
    [InlineData("2026-09-16", 1000)]
    [InlineData("2026-09-17", null)]
    public void The_surcharge_is_counted_on_the_full_fee_AF_03(string paidOn, int? surcharge) =>
        Assert.Equal(surcharge, (int?)AnnualFees.Surcharge(4000m, new DateOnly(2026, 3, 16), DateOnly.Parse(paidOn, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void The_due_date_is_the_anniversary_or_the_next_working_day_AF_02() =>
        Assert.Equal([new DateOnly(2026, 3, 16), new DateOnly(2027, 3, 15)],
            new[] { 17, 18 }.Select(year => AnnualFees.DueDate(new DateOnly(2010, 3, 15), year, LegalCalendar.Weekends)));

    [Theory]
    [InlineData("2010-03-15", 1)]
    [InlineData("2011-03-14", 1)]
    [InlineData("2011-03-15", 2)]
    public void Patent_years_count_from_the_filing_date_AF_02(string date, int year) =>
        Assert.Equal(year, AnnualFees.PatentYear(new DateOnly(2010, 3, 15), DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));
}
