using FsCheck.Xunit;
using IpMarketplace.Kernel.Time;

namespace IpMarketplace.Tests.Kernel;

/// <summary>GI-15 for any start and any term, not only those that somebody thought of.</summary>
public sealed class LegalCalendarProperties
{
    [Property(MaxTest = 1_000, EndSize = 20_000)]
    public void A_term_ends_on_the_first_working_day_from_the_corresponding_one_on_and_a_later_start_never_ends_it_earlier(int day, int months)
    {
        var start = new DateOnly(2000, 1, 1).AddDays(Math.Abs(day));
        var term = Math.Abs(months) % 240;

        var last = LegalCalendar.Weekends.AddMonths(start, term);

        Assert.False(last.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.InRange(last.DayNumber - start.AddMonths(term).DayNumber, 0, 2);
        Assert.True(last <= LegalCalendar.Weekends.AddMonths(start.AddDays(1), term));
    }
}
