namespace IpMarketplace.Persistence.Import;

/// <summary>The counts of an import. Taken, corrected and refused add up to the lines; added, changed, unchanged and refused do too.</summary>
public sealed record ImportTotals
{
    /// <summary>Records in the file, as far as it was read.</summary>
    public int Lines { get; private set; }

    /// <summary>Lines taken as they are.</summary>
    public int Taken { get; private set; }

    /// <summary>Lines taken after something was put right.</summary>
    public int Corrected { get; private set; }

    /// <summary>Lines refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Lines that added something.</summary>
    public int Added { get; private set; }

    /// <summary>Lines that changed something.</summary>
    public int Changed { get; private set; }

    /// <summary>Lines that said what was known.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Whether the whole file was read; false when it was stopped between two batches.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>The last line that was dealt with.</summary>
    public int LastLine { get; private set; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Lines} lines: {Taken} taken, {Corrected} corrected, {Refused} refused; {Added} added, {Changed} changed, {Unchanged} unchanged.";

    internal void Count(LineOutcome outcome)
    {
        Lines++;
        LastLine = outcome.Line;
        _ = outcome switch
        {
            { Effect: LineEffect.Refused } => Refused++,
            { Corrections.Count: > 0 } => Corrected++,
            _ => Taken++,
        };
        _ = outcome.Effect switch
        {
            LineEffect.Added => Added++,
            LineEffect.Changed => Changed++,
            LineEffect.Unchanged => Unchanged++,
            _ => 0,
        };
    }
}
