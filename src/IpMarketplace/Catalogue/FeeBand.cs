using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Catalogue;

/// <summary>How much a licence costs, by the fixed sum of the announced or intended terms: lump sum, total of instalments or entry fee.</summary>
public enum FeeBand
{
    /// <summary>Nothing is paid.</summary>
    Free,

    /// <summary>Up to RMB 10,000.</summary>
    UpTo10Thousand,

    /// <summary>Above RMB 10,000, up to 50,000.</summary>
    UpTo50Thousand,

    /// <summary>Above RMB 50,000, up to 200,000.</summary>
    UpTo200Thousand,

    /// <summary>Above RMB 200,000, up to 1,000,000.</summary>
    UpTo1Million,

    /// <summary>Above RMB 1,000,000.</summary>
    Above1Million,

    /// <summary>Only a royalty is paid, nothing at the start.</summary>
    RoyaltyOnly,

    /// <summary>The price is a matter of negotiation.</summary>
    Negotiable,
}

/// <summary>Which band a fee falls into.</summary>
public static class FeeBands
{
    private static readonly (decimal UpTo, FeeBand Band)[] ByAmount =
    [
        (10_000, FeeBand.UpTo10Thousand),
        (50_000, FeeBand.UpTo50Thousand),
        (200_000, FeeBand.UpTo200Thousand),
        (1_000_000, FeeBand.UpTo1Million),
        (decimal.MaxValue, FeeBand.Above1Million),
    ];

    /// <summary>The band of the terms; negotiable where there are none yet.</summary>
    public static FeeBand Of(FeeTerms? fee) => fee switch
    {
        null => FeeBand.Negotiable,
        { Structure: FeeStructure.Free } => FeeBand.Free,
        { FixedAmount: { } amount } => ByAmount.First(band => amount <= band.UpTo).Band,
        _ => FeeBand.RoyaltyOnly,
    };
}
