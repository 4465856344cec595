using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Import;

/// <summary>The import command, as a process.</summary>
public sealed class ImportCommandTests
{
    [Fact]
    public async Task Imports_reports_and_changes_nothing_the_second_time()
    {
        await using var store = new TemporaryStore();
        var file = Path.Combine(store.Directory, "in.jsonl");
        await File.WriteAllLinesAsync(file,
            ["""{"id":"CN85102475","title":"电机","ipc":["H02K17/02"],"applied":"1985-04-01","type":"invention"}""", """{"id":"x1","title":"电机","type":"invention"}"""]);
        var report = Path.Combine(store.Directory, "report.tsv");

        var (exitCode, output) = await ServerProcess.RunAsync(["import", "patents", file, "--report", report, .. store.Arguments]);

        Assert.Equal(0, exitCode);
        Assert.Contains("in.jsonl: 2 lines: 0 taken, 1 corrected, 1 refused; 1 added, 0 changed, 0 unchanged.", output, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], (await File.ReadAllLinesAsync(report))[2..4].Select(line => line.Split('\t')[0]));
        var (_, again) = await ServerProcess.RunAsync(["import", "patents", file, .. store.Arguments]);
        Assert.Contains("0 added, 0 changed, 1 unchanged.", again, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(store.Directory, "imports"), "patents-*-in.jsonl.tsv"));
    }

    [Theory]
    [InlineData("there-is-none.jsonl", "There is no file there-is-none.jsonl.")]
    public async Task Says_what_is_wrong_with_a_file(string file, string message)
    {
        var (exitCode, output) = await ServerProcess.RunAsync("import", "patents", file);
        Assert.Equal(1, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_help()
    {
        var (exitCode, output) = await ServerProcess.RunAsync("import", "patents", "--help");
        Assert.Equal(0, exitCode);
        Assert.All(["--dry-run", "--report", "--batch-size"], option => Assert.Contains(option, output, StringComparison.Ordinal));
    }
}
