namespace IpMarketplace.Persistence.Import;

/// <summary>What a line did to the database.</summary>
public enum LineEffect
{
    /// <summary>It added something.</summary>
    Added,

    /// <summary>It changed something.</summary>
    Changed,

    /// <summary>What it says was known.</summary>
    Unchanged,

    /// <summary>It was refused; nothing was written.</summary>
    Refused,
}

/// <summary>What became of one line.</summary>
/// <param name="Line">The line in the file.</param>
/// <param name="Key">What it is about: a number, a name.</param>
/// <param name="Effect">What it did.</param>
/// <param name="Corrections">What was put right on the way, and why. A line with corrections counts as corrected, one without as taken.</param>
/// <param name="Remarks">What a reader should know although nothing was put right.</param>
/// <param name="Refusal">Why it was refused, and what would be right.</param>
public sealed record LineOutcome(
    int Line, string? Key, LineEffect Effect, IReadOnlyList<string> Corrections, IReadOnlyList<string> Remarks, string? Refusal = null)
{
    /// <summary>A line that was refused.</summary>
    public static LineOutcome Refused(int line, string? key, string reason) => new(line, key, LineEffect.Refused, [], [], reason);
}
