using System.Globalization;
using FsCheck.Xunit;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Patents;

/// <summary>What holds for every number and every fee.</summary>
public sealed class PatentProperties
{
    private const string Kinds = "12389";

    [Property(MaxTest = 1_000, EndSize = 9_999_999)]
    public void A_number_with_one_wrong_digit_is_never_taken_GI_14(int year, int kind, int serial, int place, int digit)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{1985 + Math.Abs(year) % 100}{Kinds[Math.Abs(kind) % Kinds.Length]}{Math.Abs(serial) % 10_000_000:0000000}");
        var number = $"{digits}.{PatentNumber.CheckDigit(digits)}";
        var wrong = number.ToCharArray();
        var at = Math.Abs(place) % digits.Length;
        wrong[at] = (char)('0' + (wrong[at] - '0' + 1 + Math.Abs(digit) % 9) % 10);

        Assert.True(PatentNumber.TryParse(number, out var read, out _));
        Assert.Equal(number, read.Value);
        Assert.False(PatentNumber.TryParse(new string(wrong), out _, out _));
    }

    [Property(MaxTest = 1_000, EndSize = 20_000)]
    public void A_date_lies_in_the_patent_year_that_begins_on_its_anniversary_AF_02(int filed, int later)
    {
        var filing = new DateOnly(1985, 4, 1).AddDays(Math.Abs(filed));
        var date = filing.AddDays(Math.Abs(later));

        var year = AnnualFees.PatentYear(filing, date);

        Assert.True(filing.AddYears(year - 1) <= date && date < filing.AddYears(year));
    }

    [Property(MaxTest = 1_000, EndSize = 1_000)]
    public void Paying_later_never_costs_less_AF_04(int due, int late)
    {
        var dueDate = new DateOnly(2020, 1, 1).AddDays(Math.Abs(due));
        var paidOn = dueDate.AddDays(Math.Abs(late) % 250);

        var today = AnnualFees.Surcharge(1_000m, dueDate, paidOn);
        var tomorrow = AnnualFees.Surcharge(1_000m, dueDate, paidOn.AddDays(1));

        Assert.True(tomorrow is null || tomorrow >= today);
        Assert.InRange(today ?? 0m, 0m, 250m);
    }
}
