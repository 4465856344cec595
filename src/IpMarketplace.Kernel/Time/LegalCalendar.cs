namespace IpMarketplace.Kernel.Time;

/// <summary>
/// Deadlines by the calendar rules of IR 5 (GI-15): the starting day is not counted; months run to the corresponding day or,
/// where there is none, to the month's last; a last day on a day of rest moves to the next working day.
/// </summary>
/// <param name="isDayOfRest">Whether a date is a day of rest. Public holidays are published year by year, so they are data.</param>
public sealed class LegalCalendar(Func<DateOnly, bool> isDayOfRest)
{
    /// <summary>Saturdays and Sundays rest; public holidays are added by whoever holds the year's list.</summary>
    public static LegalCalendar Weekends { get; } = new(date => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The last day of a term of months that starts on a date.</summary>
    public DateOnly AddMonths(DateOnly start, int months) => NextWorkingDay(start.AddMonths(months));

    /// <summary>The last day of a term of days that starts on a date.</summary>
    public DateOnly AddDays(DateOnly start, int days) => NextWorkingDay(start.AddDays(days));

    private DateOnly NextWorkingDay(DateOnly date)
    {
        while (isDayOfRest(date))
        {
            date = date.AddDays(1);
        }
        return date;
    }
}
