using IpMarketplace.Kernel.Errors;
using IpMarketplace.Organizations;

namespace IpMarketplace.Patents;

/// <summary>What must hold of a bibliographic record before it is written (GI-14, domain.md 5.7).</summary>
internal static class PatentChecks
{
    public static List<InputProblem> Problems(PatentDetails details, DateOnly today)
    {
        var problems = new List<InputProblem>();
        Numbers(details, today, problems);
        Dates(details, today, problems);
        Classification(details, problems);
        if (string.IsNullOrWhiteSpace(details.Title) || details.Title.Length > Patent.TitleLength || details.TitleEn?.Length > Patent.TitleLength)
        {
            problems.Add(new InputProblem("title", $"A title has 1 to {Patent.TitleLength} characters.", details.Title));
        }
        if (details.ReadinessLevel is < 1 or > 9)
        {
            problems.Add(new InputProblem("readinessLevel", "Technology readiness is 1 to 9.", $"{details.ReadinessLevel}"));
        }
        return problems;
    }

    private static void Numbers(PatentDetails details, DateOnly today, List<InputProblem> problems)
    {
        if (details.Number is null && details.Publication is null)
        {
            problems.Add(new InputProblem("number", "A patent has an application number or, where that is not known, a publication number."));
        }
        if (details.Number is { } number && number.Kind != details.Kind)
        {
            problems.Add(new InputProblem("number", $"The number is that of a {number.Kind}, not of a {details.Kind}.", number.Value));
        }
        if (details.Number is { } future && future.Year > today.Year)
        {
            problems.Add(new InputProblem("number", $"The number names the year {future.Year}, which has not come yet.", future.Value));
        }
        if (details.Publication is { } publication && publication.Kind != details.Kind)
        {
            problems.Add(new InputProblem("publication", $"The number is that of a {publication.Kind}, not of a {details.Kind}.", publication.Value));
        }
    }

    private static void Dates(PatentDetails details, DateOnly today, List<InputProblem> problems)
    {
        if (details.FilingDate > today || details.PublicationDate > today)
        {
            problems.Add(new InputProblem("filingDate", "Filing and publication are not in the future."));
        }
        if (details.FilingDate is { } filed && details.Number is { } number && filed.Year > number.Year)
        {
            problems.Add(new InputProblem("filingDate", $"{filed:yyyy-MM-dd} is later than {number.Year}, the year of the number; one of the two is wrong.", $"{filed:yyyy-MM-dd}"));
        }
        if (details.PublicationDate < details.FilingDate)
        {
            problems.Add(new InputProblem("publicationDate", "A patent is not published before it is filed.", $"{details.PublicationDate:yyyy-MM-dd}"));
        }
        if (details.TermCompensationDays < 0 || (details.TermCompensationDays > 0 && details.Kind != PatentKind.Invention))
        {
            problems.Add(new InputProblem("termCompensationDays", "Only the term of an invention is compensated, by a positive number of days (PL 42)."));
        }
    }

    private static void Classification(PatentDetails details, List<InputProblem> problems)
    {
        problems.AddRange((details.IpcSymbols ?? []).Where(symbol => IpcSymbol.Normalize(symbol) != symbol)
            .Select(symbol => new InputProblem("ipcSymbols", "An IPC symbol is written as H01M 10/0525.", symbol)));
        problems.AddRange((details.LocarnoClasses ?? []).Where(code => LocarnoClass.Normalize(code) != code)
            .Select(code => new InputProblem("locarnoClasses", "A Locarno class is written as 09-01.", code)));
        problems.AddRange((details.IndustryCodes ?? []).Where(code => !IndustryCodes.IsValid(code))
            .Select(code => new InputProblem("industryCodes", "An industry has the letter and digits of GB/T 4754-2017, such as C35.", code)));
        if (details.Kind == PatentKind.Design ? details.IpcSymbols?.Count > 0 : details.LocarnoClasses?.Count > 0)
        {
            problems.Add(new InputProblem("ipcSymbols", "Designs have Locarno classes, inventions and utility models have IPC symbols."));
        }
    }
}
