using System.Globalization;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Statistics.Schema;

namespace IpMarketplace.Tests.Statistics;

/// <summary>Who reads which part of the marketplace, and what a question must look like.</summary>
public sealed class StatisticsQueriesTests
{
    private static readonly StatisticsPeriodInput Year = new(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1));
    private static readonly Viewer Zhejiang = new(1, null, [Role.AdminProvince], "33");

    [Fact]
    public void A_province_office_reads_its_own_province_without_asking_for_it() => Assert.Equal("33", Ask(null, Zhejiang).Filters.Province);

    [Fact]
    public void A_province_office_does_not_read_another_province()
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Ask(new(Province: "44"), Zhejiang)).Errors);
        Assert.Equal(ErrorCode.NotAuthorized, error.Code);
    }

    [Fact]
    public void The_national_office_reads_every_province() => Assert.Equal("44", Ask(new(Province: "44"), new Viewer(1, null, [Role.AdminNational])).Filters.Province);

    [Theory]
    [InlineData("99", null, null)]
    [InlineData(null, "I", null)]
    [InlineData(null, "h", null)]
    [InlineData(null, null, 0)]
    [InlineData(null, null, 36)]
    public void A_filter_that_names_nothing_is_refused(string? province, string? section, int? field)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Ask(new(province, IpcSection: section, Field: field), Viewer.Visitor)).Errors);
        Assert.Equal(ErrorCode.InvalidArgument, error.Code);
    }

    [Theory]
    [InlineData("2025-01-01", "2025-01-01")]
    [InlineData("2025-01-02", "2025-01-01")]
    [InlineData("1984-12-31", "2025-01-01")]
    [InlineData("2025-01-01", "9999-01-01")]
    public void A_period_that_is_none_is_refused(string start, string end)
    {
        var period = new StatisticsPeriodInput(DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture));
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => StatisticsQueries.GetStatistics(period, null, Viewer.Visitor, null!, TimeProvider.System)).Errors);
        Assert.Equal(ErrorCode.InvalidArgument, error.Code);
    }

    private static StatisticsReport Ask(StatisticsFilterInput? filter, Viewer viewer) => StatisticsQueries.GetStatistics(Year, filter, viewer, null!, TimeProvider.System);
}
