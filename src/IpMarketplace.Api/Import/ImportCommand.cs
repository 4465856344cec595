using System.CommandLine;
using System.Runtime.InteropServices;
using IpMarketplace.Organizations.Import;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Import;

namespace IpMarketplace.Api.Import;

/// <summary><c>import patents FILE</c>, <c>import organizations FILE</c>, <c>import vocabulary FILE|FOLDER</c>.</summary>
internal static class ImportCommand
{
    private const int NothingImported = 1;
    private const int Stopped = 130;
    private const int LargestBatch = 1000;

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check and report everything, keep nothing." };
    private static readonly Option<FileInfo?> Report = new("--report") { Description = "Where every line is named; by default a file under imports/ in the data directory." };

    private static readonly Option<int> BatchSize = new("--batch-size")
    {
        Description = $"Lines a transaction, 1 to {LargestBatch}.",
        DefaultValueFactory = _ => ImportRun.DefaultBatchSize,
    };

    public static Command Create()
    {
        BatchSize.Validators.Add(result =>
        {
            if (result.GetValue(BatchSize) is < 1 or > LargestBatch)
            {
                result.AddError($"--batch-size is 1 to {LargestBatch}.");
            }
        });
        var import = new Command("import", "Takes patents, organizations or vocabularies from files. Safe to repeat: what is known is left as it is.");
        import.Subcommands.Add(Of("patents", "Patents from .jsonl, .csv or .tsv, each also .gz.", "The file."));
        import.Subcommands.Add(Of("organizations", "Organizations from .jsonl, .csv or .tsv, each also .gz.", "The file."));
        import.Subcommands.Add(Of("vocabulary", "IPC, GB/T 4754, GB/T 2260 or WIPO fields: a file, or every vocabulary in a folder.", "The file or folder."));
        return import;
    }

    private static Command Of(string noun, string description, string argument)
    {
        var path = new Argument<string>("path") { Description = argument };
        var command = new Command(noun, $"{description} Further arguments are settings, such as --Database:DataDirectory=data.")
        {
            path, DryRun, Report, BatchSize,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => RunAsync(noun, parsed.GetRequiredValue(path), parsed));
        return command;
    }

    private static async Task<int> RunAsync(string noun, string path, ParseResult parsed)
    {
        var files = await FilesAsync(noun, path);
        if (files.Count == 0)
        {
            return NothingImported;
        }
        await using var app = MarketplaceServer.Build([.. parsed.UnmatchedTokens]);
        await app.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopAfterBatch);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopAfterBatch);
        foreach (var file in files)
        {
            if (!await TakeAsync(app.Services, noun, file, parsed, isOneOfSeveral: files.Count > 1, stop.Token))
            {
                Console.WriteLine("Stopped between two batches. Give the same command again to continue: lines already taken are left as they are.");
                return Stopped;
            }
        }
        return 0;

        void StopAfterBatch(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<bool> TakeAsync(IServiceProvider services, string noun, string file, ParseResult parsed, bool isOneOfSeveral, CancellationToken stop)
    {
        var import = services.GetServices<IImport>().Single(candidate => candidate.Noun == noun);
        var clock = services.GetRequiredService<TimeProvider>();
        var reportPath = parsed.GetValue(Report)?.FullName ?? Path.Combine(
            Path.GetFullPath(services.GetRequiredService<Settings.ServerSettings>().Marketplace.Database.DataDirectory),
            "imports",
            $"{noun}-{clock.GetUtcNow():yyyyMMdd-HHmmss}-{Path.GetFileName(file)}.tsv");
        PrivateFiles.CreateDirectory(Path.GetDirectoryName(reportPath)!);
        await using var report = new StreamWriter(reportPath, append: isOneOfSeveral);
        var options = new ImportOptions(parsed.GetValue(BatchSize), parsed.GetValue(DryRun));
        var totals = await ImportProgress.ShowAsync(
            Path.GetFileName(file),
            progress => services.GetRequiredService<ImportRun>().TakeAsync(import, file, report, options, progress, stop));
        Console.WriteLine($"{Path.GetFileName(file)}: {totals}{(options.DryRun ? " Dry run: nothing was kept." : "")}");
        Console.WriteLine($"Every line: {reportPath}");
        return totals.IsComplete;
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(string noun, string path)
    {
        var isFolder = Directory.Exists(path) && noun == "vocabulary";
        var files = new List<string>();
        foreach (var file in isFolder ? Directory.GetFiles(path).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path])
        {
            if (await ProblemWithAsync(noun, file) is not { } problem)
            {
                files.Add(file);
            }
            else
            {
                await Console.Error.WriteLineAsync(isFolder ? $"Passed over: {problem}" : problem);
            }
        }
        return files;
    }

    private static async Task<string?> ProblemWithAsync(string noun, string file)
    {
        if (ImportFile.ProblemWith(file) is { } problem)
        {
            return problem;
        }
        var header = await ImportFile.HeaderAsync(file, CancellationToken.None);
        return noun != "vocabulary" || header.Count == 0 || VocabularyImport.Understands(header)
            ? null
            : $"{Path.GetFileName(file)} has the columns {string.Join(", ", header)}, which are those of no vocabulary.";
    }
}
