using System.Globalization;
using System.Text.Json;
using IpMarketplace.Api;
using IpMarketplace.Persistence.Import;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>
/// The server as users get it, with many patents beside those of the demo and with two more endpoints to compare with. Runs in a process of
/// its own, so that what drives it does not share its heap.
/// </summary>
internal static class MeasuredServer
{
    /// <summary>What the server writes before its address once it is ready.</summary>
    public const string Announcement = "Measured server on ";

    private static readonly byte[] ConstantAnswer = """{"data":{"__typename":"Query"}}"""u8.ToArray();

    /// <summary>Serves until its input ends.</summary>
    public static async Task<int> RunAsync(string folder, int patents)
    {
        // Development, because only there the demo's users may sign in. Nothing in it makes an answer cheaper.
        await using var app = MarketplaceServer.Build(
            [
                "--environment=Development", "--Urls=http://127.0.0.1:0", $"--Database:DataDirectory={folder}", "--Demo:Enabled=true", "--Logging:LogLevel:Default=Error",
                "--RateLimits:RequestsPerAddress=1000000", "--RateLimits:RequestsPerAccount=1000000", "--RateLimits:RequestBurst=1000000",
            ]);
        await using var byHand = new HandWrittenList($"Data Source={Path.Combine(folder, "marketplace.db")};Mode=ReadOnly");
        app.MapPost("/constant", Constant);
        app.MapPost("/by-hand", byHand.AnswerAsync);
        await MarketplaceServer.PrepareAsync(app, CancellationToken.None);
        if (patents > 0)
        {
            await ImportAsync(app.Services, folder, patents);
        }
        await app.StartAsync();
        Console.WriteLine(Announcement + app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    private static async Task Constant(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = ConstantAnswer.Length;
        await context.Response.BodyWriter.WriteAsync(ConstantAnswer);
    }

    private static async Task ImportAsync(IServiceProvider services, string folder, int patents)
    {
        var file = Path.Combine(folder, "patents.jsonl");
        await File.WriteAllLinesAsync(file, Lines(patents));
        var import = services.GetServices<IImport>().Single(candidate => candidate.Noun == "patents");
        var totals = await services.GetRequiredService<ImportRun>()
            .TakeAsync(import, file, TextWriter.Null, new ImportOptions(ImportRun.DefaultBatchSize, DryRun: false), null, CancellationToken.None);
        Console.WriteLine($"Beside the demo: {totals}");
    }

    private static IEnumerable<string> Lines(int patents)
    {
        var texts = new Catalogue.SyntheticPatents(seed: 2);
        var id = 0;
        foreach (var patent in texts.Take(patents))
        {
            id++;
            yield return JsonSerializer.Serialize(new
            {
                id = string.Create(CultureInfo.InvariantCulture, $"CN{patent.FilingDate!.Value.Year}1{id:0000000}"),
                type = "invention",
                title = patent.Title,
                title_en = string.Create(CultureInfo.InvariantCulture, $"Method and device {id}"),
                @abstract = patent.Texts[0],
                ipc = patent.IpcSymbols,
                applied = patent.FilingDate,
                granted = patent.FilingDate.Value.AddYears(2),
                applicants = (string[])[$"合成大学{id % 300}"],
            });
        }
    }
}
