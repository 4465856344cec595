using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Catalogue;

/// <summary>How much a licence costs, by the fixed sum of the announced or intended terms: lump sum, total of instalments or entry fee.</summary>
public enum FeeBand
{
    /// <summary>Nothing is paid.</summary>
    Free,

    /// <summary>Up to RMB 10,000.</summary>
    UpToTenThousand,

    /// <summary>Above RMB 10,000, up to 50,000.</summary>
    UpToFiftyThousand,

    /// <summary>Above RMB 50,000, up to 200,000.</summary>
    UpToTwoHundredThousand,

    /// <summary>Above RMB 200,000, up to 1,000,000.</summary>
    UpToOneMillion,

    /// <summary>Above RMB 1,000,000.</summary>
    AboveOneMillion,

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
        (10_000, FeeBand.UpToTenThousand),
        (50_000, FeeBand.UpToFiftyThousand),
        (200_000, FeeBand.UpToTwoHundredThousand),
        (1_000_000, FeeBand.UpToOneMillion),
        (decimal.MaxValue, FeeBand.AboveOneMillion),
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
