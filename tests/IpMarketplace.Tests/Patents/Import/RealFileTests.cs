using IpMarketplace.Patents;
using IpMarketplace.Patents.Import;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence.Import;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Patents.Import;

/// <summary>12,277 dirty real records go in as they are.</summary>
public sealed class RealFileTests
{
    private const string Path = "patents-cn.jsonl.gz";
    private const int Lines = 12_277;

    [SharedDataFact(Path)]
    public async Task Every_line_is_accounted_for_and_a_second_run_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();

        var first = await ImportAsync(database, "first.tsv");

        Assert.Equal((Lines, true, Lines), (first.Lines, first.IsComplete, first.Taken + first.Corrected + first.Refused));
        Assert.Equal((0, 138), (first.Changed + first.Unchanged, first.Refused));
        await using var db = database.Context();
        Assert.Equal(Lines - first.Refused, await db.Patents.CountAsync());
        Assert.Equal(4610, await db.Patents.CountAsync(patent => patent.Number == null));
        Assert.Equal(0, await db.Patents.CountAsync(patent => patent.StatusConfirmedOn != null));
        Assert.Equal(199, await db.Patents.CountAsync(patent => patent.Status == RightStatus.Expired));
        var report = await File.ReadAllLinesAsync(System.IO.Path.Combine(database.Folder, "first.tsv"));
        Assert.Equal(Enumerable.Range(1, Lines).Select(line => $"{line}"), report[2..^1].Select(row => row.Split('\t')[0]));
        Assert.EndsWith($"# {first}", report[^1], StringComparison.Ordinal);

        var changes = await db.Changes.CountAsync();
        var second = await ImportAsync(database, "second.tsv");

        Assert.Equal((0, 0, Lines - first.Refused, first.Taken, first.Corrected, first.Refused), (second.Added, second.Changed, second.Unchanged, second.Taken, second.Corrected, second.Refused));
        Assert.Equal(changes, await db.Changes.CountAsync());
        Assert.Equal(1, await db.Patents.MaxAsync(patent => patent.Version));
    }

    private static async Task<ImportTotals> ImportAsync(TestDatabase database, string report)
    {
        await using var writer = new StreamWriter(System.IO.Path.Combine(database.Folder, report));
        var run = database.Services.GetRequiredService<ImportRun>();
        return await run.TakeAsync(new PatentImport(database.Clock), Repository.SharedData(Path), writer, new ImportOptions(), null, CancellationToken.None);
    }
}
