using System.Globalization;
using IpMarketplace.Kernel.Time;

namespace IpMarketplace.Api.Demo;

/// <summary>A clock that is set by whoever holds it.</summary>
internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>The working days of the demo, counted back from today, so that the demo always ends today.</summary>
internal sealed class DemoCalendar(DateOnly today)
{
    public static readonly TimeOnly Night = new(2, 0), Morning = new(9, 30), Forenoon = new(10, 20), Noon = new(12, 10), Afternoon = new(14, 40);

    /// <summary>The instant at which something happened so many days ago; what falls on a weekend happened the Friday before.</summary>
    public DateTimeOffset At(int daysAgo, TimeOnly hour) => ChinaTime.StartOf(Day(daysAgo)) + hour.ToTimeSpan();

    /// <summary>That day.</summary>
    public DateOnly Day(int daysAgo)
    {
        var day = today.AddDays(-daysAgo);
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };
    }

    /// <summary>The number of the Patent Gazette of a day: the volume (the first year was 1985), the week and the issue within the week.</summary>
    public static string Gazette(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"专利公报第{day.Year - 1984}卷{ISOWeek.GetWeekOfYear(day.ToDateTime(default)):00}{(day.DayOfWeek <= DayOfWeek.Tuesday ? 1 : 2):00}号");
}
