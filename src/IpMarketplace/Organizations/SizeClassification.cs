namespace IpMarketplace.Organizations;

/// <summary>
/// The size of an enterprise from its industry and figures (domain.md 5.5). Every threshold is "at least": an enterprise has a
/// grade when every metric of its industry reaches that grade's floor.
/// </summary>
public static class SizeClassification
{
    private enum Metric
    {
        Employees,
        Revenue,
        Assets,
    }

    private readonly record struct Scale(Metric Metric, decimal Large, decimal Medium, decimal Small);

    private static readonly Scale[]
        Agriculture = [new(Metric.Revenue, 20_000, 500, 50)],
        Industry = [new(Metric.Employees, 1000, 300, 20), new(Metric.Revenue, 40_000, 2000, 300)],
        Construction = [new(Metric.Revenue, 80_000, 6000, 300), new(Metric.Assets, 80_000, 5000, 300)],
        Wholesale = [new(Metric.Employees, 200, 20, 5), new(Metric.Revenue, 40_000, 5000, 1000)],
        Retail = [new(Metric.Employees, 300, 50, 10), new(Metric.Revenue, 20_000, 500, 100)],
        Transport = [new(Metric.Employees, 1000, 300, 20), new(Metric.Revenue, 30_000, 3000, 200)],
        Storage = [new(Metric.Employees, 200, 100, 20), new(Metric.Revenue, 30_000, 1000, 100)],
        Post = [new(Metric.Employees, 1000, 300, 20), new(Metric.Revenue, 30_000, 2000, 100)],
        Accommodation = [new(Metric.Employees, 300, 100, 10), new(Metric.Revenue, 10_000, 2000, 100)],
        Information = [new(Metric.Employees, 2000, 100, 10), new(Metric.Revenue, 100_000, 1000, 100)],
        Software = [new(Metric.Employees, 300, 100, 10), new(Metric.Revenue, 10_000, 1000, 50)],
        Development = [new(Metric.Revenue, 200_000, 1000, 100), new(Metric.Assets, 10_000, 5000, 2000)],
        Property = [new(Metric.Employees, 1000, 300, 100), new(Metric.Revenue, 5000, 1000, 500)],
        Business = [new(Metric.Employees, 300, 100, 10), new(Metric.Assets, 120_000, 8000, 100)],
        Other = [new(Metric.Employees, 300, 100, 10)];

    /// <summary>The size, or null when the industry is outside the rule or a figure that it needs is missing.</summary>
    /// <param name="industry">A GB/T 4754-2017 code with its letter: <c>C35</c>, <c>K7010</c>.</param>
    /// <param name="figures">The enterprise's figures.</param>
    public static EnterpriseSize? Of(string? industry, EnterpriseFigures? figures)
    {
        if (industry is null || figures is null || ScalesOf(industry) is not { } scales)
        {
            return null;
        }
        var least = EnterpriseSize.Large;
        foreach (var scale in scales)
        {
            if (Value(figures, scale.Metric) is not { } value)
            {
                return null;
            }
            var grade = value >= scale.Large ? EnterpriseSize.Large
                : value >= scale.Medium ? EnterpriseSize.Medium
                : value >= scale.Small ? EnterpriseSize.Small
                : EnterpriseSize.Micro;
            least = grade < least ? grade : least;
        }
        return least;
    }

    private static decimal? Value(EnterpriseFigures figures, Metric metric) => metric switch
    {
        Metric.Employees => figures.Employees,
        Metric.Revenue => figures.Revenue,
        _ => figures.Assets,
    };

    private static Scale[]? ScalesOf(string industry) => (industry[0], industry.Length >= 3 ? industry[1..3] : "", industry) switch
    {
        ('A', _, _) => Agriculture,
        ('B' or 'C' or 'D', _, _) => Industry,
        ('E', _, _) => Construction,
        ('F', "51", _) => Wholesale,
        ('F', "52", _) => Retail,
        ('G', "59", _) => Storage,
        ('G', "60", _) => Post,
        ('G', not "53" and not "", _) => Transport,
        ('H', "61" or "62", _) => Accommodation,
        ('I', "63" or "64", _) => Information,
        ('I', "65", _) => Software,
        ('K', _, "K7010" or "K701") => Development,
        ('K', _, "K7020" or "K702") => Property,
        ('L', _, _) => Business,
        ('M' or 'N' or 'O' or 'R', _, _) or ('Q', "85", _) => Other,
        _ => null,
    };
}
