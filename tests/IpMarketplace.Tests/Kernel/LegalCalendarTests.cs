using System.Globalization;
using IpMarketplace.Kernel.Time;

namespace IpMarketplace.Tests.Kernel;

/// <summary>GI-15, IR 5.</summary>
public sealed class LegalCalendarTests
{
    [Theory]
    [InlineData("2025-01-15", 3, "2025-04-15")] // the corresponding day, a Tuesday
    [InlineData("2025-01-31", 1, "2025-02-28")] // no 31 February: the month's last day, a Friday
    [InlineData("2024-11-30", 3, "2025-02-28")]
    [InlineData("2025-02-16", 3, "2025-05-16")]
    [InlineData("2025-01-22", 1, "2025-02-24")] // the 22nd is a Saturday: the next working day
    [InlineData("2025-01-23", 1, "2025-02-24")] // the 23rd is a Sunday
    public void Months_run_to_the_corresponding_day_or_the_next_working_day(string start, int months, string last) =>
        Assert.Equal(DateOnly.Parse(last, CultureInfo.InvariantCulture), LegalCalendar.Weekends.AddMonths(DateOnly.Parse(start, CultureInfo.InvariantCulture), months));

    [Fact]
    public void The_starting_day_is_not_counted() =>
        Assert.Equal(new DateOnly(2025, 3, 11), LegalCalendar.Weekends.AddDays(new DateOnly(2025, 3, 10), 1));

    [Fact]
    public void Public_holidays_move_the_last_day_like_weekends()
    {
        var nationalDay2025 = new LegalCalendar(date => date >= new DateOnly(2025, 10, 1) && date <= new DateOnly(2025, 10, 8));
        Assert.Equal(new DateOnly(2025, 10, 9), nationalDay2025.AddMonths(new DateOnly(2025, 7, 3), 3));
    }

    [Fact]
    public void A_day_in_China_begins_eight_hours_before_the_day_in_UTC()
    {
        Assert.Equal(new DateOnly(2025, 6, 2), ChinaTime.DateIn(new DateTimeOffset(2025, 6, 1, 16, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2025, 6, 1), ChinaTime.DateIn(new DateTimeOffset(2025, 6, 1, 15, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new DateTimeOffset(2025, 5, 31, 16, 0, 0, TimeSpan.Zero), ChinaTime.StartOf(new DateOnly(2025, 6, 1)));
    }
}
