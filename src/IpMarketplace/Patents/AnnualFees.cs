using IpMarketplace.Kernel.Time;

namespace IpMarketplace.Patents;

/// <summary>A reduction of annual fees for applicants of small means, granted for ten years from the grant year (AF-08).</summary>
public enum FeeReduction
{
    /// <summary>Fees are paid in full.</summary>
    None,

    /// <summary>One eligible applicant: 85 % off.</summary>
    SingleApplicant,

    /// <summary>Several applicants, all eligible: 70 % off.</summary>
    SeveralApplicants,
}

/// <summary>The annual fees of patents in yuan (AF-01 to AF-10, OL-65 to OL-68). Pure: the same question has the same answer.</summary>
public static class AnnualFees
{
    /// <summary>Off while an open licence is being exploited (OL-65).</summary>
    public const decimal OpenLicenceReduction = 0.15m;

    /// <summary>The fee for restoring a right that lapsed for an unpaid fee (AF-05).</summary>
    public const decimal RestorationFee = 1000m;

    /// <summary>Months after the due date within which a fee may still be paid (AF-03).</summary>
    public const int GraceMonths = 6;

    private const int ReducedYears = 10;
    private const decimal CompensationYearFee = 8000m;
    private const decimal SurchargePerMonth = 0.05m;

    /// <summary>The patent year that a date falls in: the first begins on the filing date (AF-02).</summary>
    public static int PatentYear(DateOnly filingDate, DateOnly date)
    {
        var years = date.Year - filingDate.Year;
        return filingDate.AddYears(years) > date ? years : years + 1;
    }

    /// <summary>The full fee of a patent year (AF-06, AF-07); years beyond the ordinary term are compensation years (AF-09).</summary>
    public static decimal FullFee(PatentKind kind, int patentYear) => (kind, patentYear) switch
    {
        (_, < 1) => throw new ArgumentOutOfRangeException(nameof(patentYear), patentYear, "Patent years count from one."),
        (PatentKind.Invention, <= 3) => 900m,
        (PatentKind.Invention, <= 6) => 1200m,
        (PatentKind.Invention, <= 9) => 2000m,
        (PatentKind.Invention, <= 12) => 4000m,
        (PatentKind.Invention, <= 15) => 6000m,
        (PatentKind.Invention, <= 20) => 8000m,
        (PatentKind.Invention, _) => CompensationYearFee,
        (_, <= 3) => 600m,
        (_, <= 5) => 900m,
        (_, <= 8) => 1200m,
        (_, <= 10) => 2000m,
        (PatentKind.Design, <= 15) => 3000m,
        _ => throw new ArgumentOutOfRangeException(nameof(patentYear), patentYear, $"A {kind} has no year {patentYear}."),
    };

    /// <summary>The day by which the fee of a patent year is due: the anniversary that begins it, or the next working day (AF-02, IR 5).</summary>
    public static DateOnly DueDate(DateOnly filingDate, int patentYear, LegalCalendar calendar) => calendar.AddMonths(filingDate, 12 * (patentYear - 1));

    /// <summary>The share of the full fee that is taken off: the best of what applies, never the sum (OL-66, OL-68).</summary>
    /// <param name="reduction">The reduction granted to the applicants.</param>
    /// <param name="patentYear">The year whose fee is asked for.</param>
    /// <param name="grantYear">The patent year of the grant.</param>
    /// <param name="openLicence">Whether a recorded open licence is in effect on the due date (OL-67).</param>
    public static decimal Reduction(FeeReduction reduction, int patentYear, int grantYear, bool openLicence)
    {
        var granted = patentYear >= grantYear + ReducedYears ? 0m : reduction switch
        {
            FeeReduction.SingleApplicant => 0.85m,
            FeeReduction.SeveralApplicants => 0.70m,
            _ => 0m,
        };
        return Math.Max(granted, openLicence ? OpenLicenceReduction : 0m);
    }

    /// <summary>What is to be paid: the full fee less one reduction (OL-68).</summary>
    public static decimal Payable(PatentKind kind, int patentYear, decimal reduction) => FullFee(kind, patentYear) * (1 - reduction);

    /// <summary>
    /// The surcharge for paying late: 5 % of the full fee for each month begun after the first; null once the six months are
    /// over and the right has terminated (AF-03, AF-04).
    /// </summary>
    public static decimal? Surcharge(decimal fullFee, DateOnly dueDate, DateOnly paidOn)
    {
        for (var months = 0; months <= GraceMonths; months++)
        {
            if (paidOn <= dueDate.AddMonths(months))
            {
                return fullFee * SurchargePerMonth * Math.Max(0, months - 1);
            }
        }
        return null;
    }
}
