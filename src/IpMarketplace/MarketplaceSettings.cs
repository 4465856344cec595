using IpMarketplace.Accounts;
using IpMarketplace.Catalogue;
using IpMarketplace.Following;
using IpMarketplace.Following.Sweeps;
using IpMarketplace.Licensing;
using IpMarketplace.Persistence;

namespace IpMarketplace;

/// <summary>What the marketplace can be told, by the sections of the configuration of the same names.</summary>
public sealed record MarketplaceSettings
{
    /// <summary>Which database, and where.</summary>
    public DatabaseSettings Database { get; init; } = new();

    /// <summary>Sessions, keys, sign-in.</summary>
    public AccountSettings Accounts { get; init; } = new();

    /// <summary>What the operator decides about the open path.</summary>
    public LicensingRules Licensing { get; init; } = new();

    /// <summary>How much the catalogue may be asked and may keep.</summary>
    public SearchSettings Search { get; init; } = new();

    /// <summary>How the change feed is followed.</summary>
    public ChangeFeedSettings ChangeFeed { get; init; } = new();

    /// <summary>When timed work runs.</summary>
    public SweepSettings Sweeps { get; init; } = new();

    /// <summary>How the catalogue is kept for the next start.</summary>
    public CatalogueSettings Catalogue { get; init; } = new();

    /// <summary>Each problem as a sentence that names the setting, its value and what to change.</summary>
    public IEnumerable<string> Problems() => Database.Problems().Concat(Accounts.Problems()).Concat(ChangeFeed.Problems()).Concat(Sweeps.Problems()).Concat(Licensing.Problems()).Concat(Search.Problems()).Concat(Catalogue.Problems());
}
