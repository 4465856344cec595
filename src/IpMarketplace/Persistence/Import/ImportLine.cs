namespace IpMarketplace.Persistence.Import;

/// <summary>One line of an imported file, read as far as it can be read.</summary>
/// <param name="Number">The line in the file, counted from 1; a header counts but is no record.</param>
/// <param name="Record">Its values; null when it cannot be read.</param>
/// <param name="Problem">Why it cannot be read.</param>
public sealed record ImportLine(int Number, ImportRecord? Record, string? Problem = null);
