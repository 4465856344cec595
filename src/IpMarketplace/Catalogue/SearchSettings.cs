namespace IpMarketplace.Catalogue;

/// <summary>How much the catalogue may be asked at once, and how much memory it keeps beside the patents: <c>Search</c>.</summary>
public sealed record SearchSettings
{
    /// <summary>The longest search text, in UTF-16 code units.</summary>
    public int QueryLength { get; init; } = 500;

    /// <summary>The most values that one list of a filter may name, such as <c>ipc</c> or <c>owners</c>.</summary>
    public int FilterValues { get; init; } = 100;

    /// <summary>The memory for answers that are kept until the catalogue changes, in bytes. An answer that takes more than a sixteenth of it is not kept.</summary>
    public long KeptAnswerBytes { get; init; } = 32 << 20;

    /// <summary>What is wrong with the settings, in sentences.</summary>
    public IEnumerable<string> Problems()
    {
        if (QueryLength is < 20 or > 10_000)
        {
            yield return $"Search:QueryLength is {QueryLength}; set it between 20 and 10000.";
        }
        if (FilterValues is < 1 or > 10_000)
        {
            yield return $"Search:FilterValues is {FilterValues}; set it between 1 and 10000.";
        }
        if (KeptAnswerBytes is < 0 or > 1L << 34)
        {
            yield return $"Search:KeptAnswerBytes is {KeptAnswerBytes}; set it between 0 and {1L << 34}.";
        }
    }
}
