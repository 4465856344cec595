using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IpMarketplace.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>
/// The GraphQL endpoint beside two endpoints of the same process: a constant JSON answer, and a list of twenty patents with their owner written by hand
/// with SQL and <see cref="Utf8JsonWriter"/>. Only the ratios mean something; the rounds alternate, so a slow moment strikes all alike.
/// </summary>
internal static class HttpComparison
{
    private const int Connections = 16;
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    private const string Typename = """{"query":"{ __typename }"}""";
    private const string List = """{"query":"{ patents(first: 20) { nodes { number title titleEn kind filingDate grantDate expiryDate owners { name } } } }"}""";

    public static async Task<int> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("ipmarketplace-bench-");
        try
        {
            await using var app = MarketplaceServer.Build(
                ["--environment=Development", "--Urls=http://127.0.0.1:0", $"--Database:DataDirectory={data.FullName}", "--Demo:Enabled=true", "--Logging:LogLevel:Default=Error"]);
            app.MapPost("/constant", Constant);
            var connection = $"Data Source={Path.Combine(data.FullName, "marketplace.db")};Mode=ReadOnly";
            app.MapPost("/by-hand", context => ByHandAsync(context, connection));
            await MarketplaceServer.PrepareAsync(app, CancellationToken.None);
            await app.StartAsync();
            await MeasureAsync(new Uri(app.Urls.First()));
            await app.StopAsync();
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Uri server)
    {
        (string Name, string Path, string Body)[] runs =
            [("constant JSON", "/constant", Typename), ("{ __typename }", "/graphql", Typename), ("20 patents by hand", "/by-hand", List), ("20 patents", "/graphql", List)];
        var rates = runs.ToDictionary(run => run.Name, _ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (name, path, body) in runs)
            {
                var address = new Uri(server, path);
                var result = await LoadClient.RunAsync(address, LoadClient.Post(address, body), Connections, Round);
                if (round > 0) // the first round warms up
                {
                    rates[name].Add(result.PerSecond);
                }
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}  {name,-20} {result.PerSecond,10:N0}/s  {result.AnswerBytes} bytes"));
            }
        }
        Show("{ __typename } / constant JSON", rates["{ __typename }"], rates["constant JSON"]);
        Show("20 patents / 20 patents by hand", rates["20 patents"], rates["20 patents by hand"]);
    }

    private static void Show(string what, List<double> rates, List<double> others)
    {
        var ratios = rates.Zip(others, (rate, other) => rate / other).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {ratios[ratios.Count / 2]:0.00}, from {ratios[0]:0.00} to {ratios[^1]:0.00}"));
    }

    private static async Task Constant(HttpContext context)
    {
        var answer = """{"data":{"__typename":"Query"}}"""u8.ToArray();
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.BodyWriter.WriteAsync(answer);
    }

    private static async Task ByHandAsync(HttpContext context, string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT p.Number, p.Title, p.TitleEn, p.Kind, p.FilingDate, p.GrantDate, p.ExpiryDate, o.Name
            FROM Patents p JOIN PatentOwners o ON o.PatentId = p.Id AND o.Position = (SELECT MIN(Position) FROM PatentOwners WHERE PatentId = p.Id)
            ORDER BY p.Id LIMIT 20
            """;
        using var buffer = new MemoryStream(8192);
        await using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        await using (var row = await command.ExecuteReaderAsync())
        {
            json.WriteStartArray();
            while (await row.ReadAsync())
            {
                json.WriteStartObject();
                for (var i = 0; i < row.FieldCount; i++)
                {
                    json.WriteString(row.GetName(i), row.IsDBNull(i) ? null : row.GetString(i));
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = buffer.Length;
        await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }
}
