namespace IpMarketplace.Persistence.Import;

/// <summary>The report of an import: tab-separated, a row for every line of the file, comments at both ends.</summary>
internal static class ImportReport
{
    public static async Task BeginAsync(TextWriter report, string evidence, bool dryRun)
    {
        await report.WriteLineAsync($"# {evidence}{(dryRun ? ", dry run: nothing was kept" : "")}");
        await report.WriteLineAsync("line\tkey\toutcome\teffect\twhat and why");
    }

    public static Task WriteAsync(TextWriter report, LineOutcome outcome)
    {
        var word = outcome.Effect == LineEffect.Refused ? "refused" : outcome.Corrections.Count > 0 ? "corrected" : "taken";
        var effect = outcome.Effect == LineEffect.Refused ? "" : outcome.Effect.ToString().ToLowerInvariant();
        var why = string.Join(' ', [.. outcome.Corrections, .. outcome.Remarks, outcome.Refusal]).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return report.WriteLineAsync($"{outcome.Line}\t{outcome.Key}\t{word}\t{effect}\t{why}");
    }

    public static async Task EndAsync(TextWriter report, ImportTotals totals)
    {
        await report.WriteLineAsync($"# {totals}");
        if (!totals.IsComplete)
        {
            await report.WriteLineAsync($"# Stopped after line {totals.LastLine}; the rest of the file was not read.");
        }
        await report.FlushAsync();
    }
}
