using System.Globalization;
using IpMarketplace.Statistics;

namespace IpMarketplace.Tests.Statistics;

/// <summary>Periods are [start, end) (domain.md 7.0).</summary>
public sealed class StatisticsPeriodTests
{
    private static readonly StatisticsPeriod February = new(new DateOnly(2028, 2, 1), new DateOnly(2028, 3, 1));

    [Fact]
    public void The_first_day_belongs_to_it_and_the_end_does_not()
    {
        Assert.True(February.Contains(new DateOnly(2028, 2, 1)));
        Assert.True(February.Contains(new DateOnly(2028, 2, 29)));
        Assert.False(February.Contains(new DateOnly(2028, 3, 1)));
        Assert.False(February.Contains(new DateOnly(2028, 1, 31)));
    }

    [Fact]
    public void A_year_earlier_it_ends_with_the_shorter_February() =>
        Assert.Equal(new StatisticsPeriod(new DateOnly(2027, 2, 1), new DateOnly(2027, 3, 1)), February.AYearEarlier());

    [Theory]
    [InlineData("2028-06-01", "2028-02-29")]
    [InlineData("2028-02-29", "2028-02-29")]
    [InlineData("2028-02-10", "2028-02-10")]
    public void A_stock_is_counted_on_its_last_day_or_today_while_it_runs(string today, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), February.StockDay(DateOnly.Parse(today, CultureInfo.InvariantCulture)));
}
