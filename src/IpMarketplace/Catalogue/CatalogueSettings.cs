namespace IpMarketplace.Catalogue;

/// <summary>How the catalogue is kept for the next start: as <c>catalogue.snapshot</c> in the data directory. It is also stored when the server stops.</summary>
public sealed record CatalogueSettings
{
    /// <summary>How often it is looked whether something changed since it was stored.</summary>
    public TimeSpan StoreInterval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After how many changes it is stored before the interval is over.</summary>
    public int StoreAfterChanges { get; init; } = 20_000;

    /// <summary>Each problem as a sentence that names the setting, its value and what to change.</summary>
    public IEnumerable<string> Problems()
    {
        if (StoreInterval < TimeSpan.FromSeconds(1) || StoreInterval > TimeSpan.FromDays(1))
        {
            yield return $"Catalogue:StoreInterval is {StoreInterval}; set it between 00:00:01 and 1.00:00:00, such as 00:15:00.";
        }
        if (StoreAfterChanges < 1)
        {
            yield return $"Catalogue:StoreAfterChanges is {StoreAfterChanges}; set it to at least 1.";
        }
    }
}
