using System.Globalization;

namespace IpMarketplace.Persistence.Import;

/// <summary>Dates in the forms that files have them.</summary>
public static class ImportedDate
{
    private const string Iso = "yyyy-MM-dd";

    private static readonly string[] Others = ["yyyy.MM.dd", "yyyy/MM/dd", "yyyy.M.d", "yyyy/M/d", "yyyy-M-d", "yyyyMMdd", "yyyy年M月d日"];

    /// <summary>The date, or null where there is none; says what was put right. A date is never guessed.</summary>
    public static DateOnly? Read(string? text, string field, ICollection<string> corrections)
    {
        if (text is null)
        {
            return null;
        }
        if (DateOnly.TryParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }
        if (DateOnly.TryParseExact(text, Others, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            corrections.Add($"{field}: {text} written as {date:yyyy-MM-dd}.");
            return date;
        }
        corrections.Add($"{field}: {text} is no date and was left out.");
        return null;
    }
}
