using IpMarketplace.Organizations;

namespace IpMarketplace.Tests.Organizations;

/// <summary>MIIT Enterprise [2011] No. 300 (domain.md 5.5).</summary>
public sealed class SizeClassificationTests
{
    [Theory]
    [InlineData("C35", 299, 50_000, EnterpriseSize.Small)]
    [InlineData("C35", 1000, 40_000, EnterpriseSize.Large)]
    [InlineData("C35", 999, 39_999, EnterpriseSize.Medium)]
    [InlineData("C35", 1000, 39_999, EnterpriseSize.Medium)]
    [InlineData("C35", 19, 100_000, EnterpriseSize.Micro)]
    [InlineData("I65", 100, 1000, EnterpriseSize.Medium)]
    [InlineData("A01", 0, 49, EnterpriseSize.Micro)]
    [InlineData("M73", 300, 0, EnterpriseSize.Large)]
    [InlineData("F51", 20, 5000, EnterpriseSize.Medium)]
    [InlineData("F52", 20, 5000, EnterpriseSize.Small)]
    [InlineData("G59", 99, 30_000, EnterpriseSize.Small)]
    public void An_enterprise_has_the_grade_whose_every_floor_it_reaches(string industry, int employees, int revenue, EnterpriseSize size) =>
        Assert.Equal(size, SizeClassification.Of(industry, new EnterpriseFigures(employees, revenue, null)));

    [Theory]
    [InlineData("K7010", 200_000, 10_000, EnterpriseSize.Large)]
    [InlineData("K7010", 200_000, 4_999, EnterpriseSize.Small)]
    [InlineData("E47", 79_999, 80_000, EnterpriseSize.Medium)]
    public void Some_industries_are_graded_by_assets(string industry, int revenue, int assets, EnterpriseSize size) =>
        Assert.Equal(size, SizeClassification.Of(industry, new EnterpriseFigures(10_000, revenue, assets)));

    [Theory]
    [InlineData("J66")]
    [InlineData("G53")]
    [InlineData("P83")]
    [InlineData("Q84")]
    public void Industries_outside_the_rule_have_no_size(string industry) =>
        Assert.Null(SizeClassification.Of(industry, new EnterpriseFigures(5, 5, 5)));

    [Fact]
    public void A_missing_figure_leaves_the_size_open() =>
        Assert.Null(SizeClassification.Of("C35", new EnterpriseFigures(299, null, null)));
}
