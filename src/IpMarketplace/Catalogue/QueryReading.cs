namespace IpMarketplace.Catalogue;

/// <summary>What a query was taken for.</summary>
public enum QueryKind
{
    /// <summary>A patent or publication number: the patent that has it is found.</summary>
    Number,

    /// <summary>An IPC symbol: the patents classified in it are found.</summary>
    Classification,

    /// <summary>Words: the patents that have them, or enough of them, are found.</summary>
    Words,
}

/// <summary>Why a part of a query was not searched for.</summary>
public enum IgnoredBecause
{
    /// <summary>It says nothing about a technology, such as "device" or 方法. Where a query has nothing else, such words are searched for in titles.</summary>
    Generic,

    /// <summary>No patent has it.</summary>
    InNoPatent,

    /// <summary>Too many patents have it in their titles for it to tell them apart.</summary>
    TooFrequent,

    /// <summary>The query has enough stronger words.</summary>
    Surplus,

    /// <summary>It is longer than words are.</summary>
    TooLong,

    /// <summary>It is no word in Chinese characters, Latin letters or digits: signs, pictures, other scripts.</summary>
    NoWord,
}

/// <summary>A part of a query that was not searched for.</summary>
/// <param name="Text">The part.</param>
/// <param name="Because">Why.</param>
public sealed record IgnoredText(string Text, IgnoredBecause Because);

/// <summary>How a query was read. When nothing of it can be searched for, nothing is found.</summary>
/// <param name="Kind">What it was taken for.</param>
/// <param name="SearchedFor">The parts of it that were searched for, in its own spelling; none when nothing was left.</param>
/// <param name="Ignored">The other parts of it.</param>
public sealed record QueryReading(QueryKind Kind, IReadOnlyList<string> SearchedFor, IReadOnlyList<IgnoredText> Ignored);
