using IpMarketplace.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence.Import;

/// <summary>Takes a file in batches, each one write transaction, and reports every line.</summary>
public sealed class ImportRun(IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock)
{
    /// <summary>How many lines a transaction takes when nobody says otherwise.</summary>
    public const int DefaultBatchSize = 500;

    /// <summary>Imports a file.</summary>
    /// <param name="import">What to do with its lines.</param>
    /// <param name="path">The file.</param>
    /// <param name="report">Where every line is named.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="progress">Told how much of the file, from 0 to 1, has been read.</param>
    /// <param name="stop">Ends the import between two batches: what was committed stays, nothing is left half done.</param>
    public async Task<ImportTotals> TakeAsync(IImport import, string path, TextWriter report, ImportOptions options, IProgress<double>? progress, CancellationToken stop)
    {
        var evidence = $"import {import.Noun} {clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'} {Path.GetFileName(path)}";
        await ImportReport.BeginAsync(report, evidence, options.DryRun);
        var totals = new ImportTotals();
        var seen = new Dictionary<string, int>();
        await foreach (var batch in ImportFile.ReadAsync(path, progress, CancellationToken.None).Chunk(options.BatchSize).WithCancellation(CancellationToken.None))
        {
            foreach (var outcome in await TakeBatchAsync(import, [.. batch.Select(line => OnlyOnce(import, line, seen))], evidence, options.DryRun))
            {
                totals.Count(outcome);
                await ImportReport.WriteAsync(report, outcome);
            }
            if (stop.IsCancellationRequested)
            {
                await ImportReport.EndAsync(report, totals);
                return totals;
            }
        }
        totals.IsComplete = true;
        await ImportReport.EndAsync(report, totals);
        return totals;
    }

    /// <summary>Two lines about one thing would undo each other at every repetition, so the second is refused.</summary>
    private static ImportLine OnlyOnce(IImport import, ImportLine line, Dictionary<string, int> seen) =>
        line.Record is null || import.KeyOf(line.Record) is not { } key || seen.TryAdd(key, line.Number)
            ? line
            : line with { Record = null, Problem = $"Line {seen[key]} of this file is about {key} already; join the two lines." };

    private async Task<IReadOnlyList<LineOutcome>> TakeBatchAsync(IImport import, ImportLine[] batch, string evidence, bool dryRun)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.Actor = Actor.System with { RequestId = evidence[..Math.Min(evidence.Length, 64)] };
        try
        {
            return await db.WriteAsync(() => import.TakeAsync(db, batch, evidence, CancellationToken.None), _ => !dryRun, CancellationToken.None);
        }
        catch (ColumnLimitException failure) when (batch is [var line])
        {
            return [LineOutcome.Refused(line.Number, line.Record is null ? null : import.KeyOf(line.Record), failure.Message)];
        }
        catch (ColumnLimitException)
        {
            // One of the lines does not fit; the halves of the batch are taken each by itself until it is found.
            var half = batch.Length / 2;
            return [.. await TakeBatchAsync(import, batch[..half], evidence, dryRun), .. await TakeBatchAsync(import, batch[half..], evidence, dryRun)];
        }
    }
}
