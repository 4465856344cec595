namespace IpMarketplace.Catalogue;

/// <summary>How a list of patents is ordered. Equal ones follow in the order in which they were recorded.</summary>
public enum PatentOrder
{
    /// <summary>Best match first; without a search text those on offer first, the newest of them at the top.</summary>
    Relevance,

    /// <summary>What was published last first: the offer, otherwise the grant, otherwise the publication or filing.</summary>
    Newest,

    /// <summary>Lowest fixed fee first, free ones at the top; those without a named fee last.</summary>
    FeeAsc,

    /// <summary>Highest fixed fee first; those without a named fee last.</summary>
    FeeDesc,

    /// <summary>Longest remaining term first; unknown terms last.</summary>
    Expiry,

    /// <summary>Granted last first; those without a grant date last.</summary>
    GrantDate,
}
