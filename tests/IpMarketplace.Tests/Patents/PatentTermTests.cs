using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Patents;

/// <summary>PL 42, INV-02, AF-11.</summary>
public sealed class PatentTermTests
{
    [Fact]
    public void An_invention_filed_on_2010_03_15_lasts_to_2030_03_14_AF_11() =>
        Assert.Equal(new DateOnly(2030, 3, 14), PatentTerm.LastDay(PatentKind.Invention, new DateOnly(2010, 3, 15)));

    [Theory]
    [InlineData(PatentKind.UtilityModel, 2021, 6, 1, 2031)]
    [InlineData(PatentKind.Design, 2021, 5, 31, 2031)]
    [InlineData(PatentKind.Design, 2021, 6, 1, 2036)]
    public void The_term_depends_on_kind_and_filing_date(PatentKind kind, int year, int month, int day, int lastYear) =>
        Assert.Equal(new DateOnly(lastYear, month, day).AddDays(-1), PatentTerm.LastDay(kind, new DateOnly(year, month, day)));

    [Fact]
    public void Compensation_is_added_INV_02() =>
        Assert.Equal(new DateOnly(2030, 6, 22), PatentTerm.LastDay(PatentKind.Invention, new DateOnly(2010, 3, 15), 100));
}
