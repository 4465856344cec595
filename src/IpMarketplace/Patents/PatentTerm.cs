namespace IpMarketplace.Patents;

/// <summary>How long a patent lasts (PL 42; domain.md 5.7, INV-02).</summary>
public static class PatentTerm
{
    private static readonly DateOnly FifteenYearDesigns = new(2021, 6, 1);

    /// <summary>The years of the term, counted from the filing date.</summary>
    public static int Years(PatentKind kind, DateOnly filingDate) => kind switch
    {
        PatentKind.Invention => 20,
        PatentKind.UtilityModel => 10,
        _ => filingDate < FifteenYearDesigns ? 10 : 15,
    };

    /// <summary>The last day of the term; the right has expired from the next day on (AF-11).</summary>
    public static DateOnly LastDay(PatentKind kind, DateOnly filingDate, int compensationDays = 0) =>
        filingDate.AddYears(Years(kind, filingDate)).AddDays(compensationDays - 1);
}
