using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>
/// The GraphQL endpoint beside two endpoints of the same process: a constant JSON answer, and a list of twenty patents with their owner written by hand.
/// Only the ratios mean something; the rounds alternate, so that a slow moment strikes all alike.
/// </summary>
internal sealed class HttpComparison(Uri server, ILoadGenerator generator)
{
    private const int Connections = 16;
    private const int Rounds = 5;
    private const int Pages = 1_000;
    private const int PageSize = 20;
    private const string Fields = "number title titleEn kind filingDate grantDate expiryDate owners { name }";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    /// <summary>Starts the server in a process of its own and compares.</summary>
    public static async Task<int> RunAsync(int patents)
    {
#if DEBUG
        Console.WriteLine("This is a Debug build, which says nothing about speed: run it with -c Release.");
#endif
        var folder = Directory.CreateTempSubdirectory("ipmarketplace-bench-");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(MeasuredServer).Assembly.Location, "serve", folder.FullName, patents.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var generator = LoadGenerator.Best();
            Console.WriteLine($"Driven by {(generator is WrkLoad ? "wrk" : "the client of this project")}, {Connections} connections, {Rounds} rounds of {Round.TotalSeconds} s each after one to warm up.");
            await new HttpComparison(await AddressAsync(process), generator).CompareAsync();
            return 0;
        }
        finally
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(MeasuredServer.Announcement, StringComparison.Ordinal))
            {
                return new Uri(line[MeasuredServer.Announcement.Length..]);
            }
            Console.WriteLine(line);
        }
        throw new InvalidOperationException("The server ended before it served.");
    }

    private async Task CompareAsync()
    {
        using var client = new HttpClient { BaseAddress = server };
        var token = await TokenAsync(client);
        var pages = await PagesAsync(client);
        string[] handWrittenPages = [.. Enumerable.Range(0, Pages).Select(i => string.Create(CultureInfo.InvariantCulture, $"/by-hand?after={i * PageSize}"))];
        foreach (var (who, bearer) in new[] { ("visitor", null), ("signed in", token) })
        {
            await CompareAsync(
                $"{{ __typename }}, {who}",
                new Load("constant JSON", ["/constant"], [Body("{ __typename }")], bearer),
                new Load("GraphQL", ["/graphql"], [Body("{ __typename }")], bearer));
            await CompareAsync(
                $"the first 20 patents, {who}",
                new Load("by hand", [handWrittenPages[0]], [pages[0]], bearer),
                new Load("GraphQL", ["/graphql"], [pages[0]], bearer));
            await CompareAsync(
                $"20 patents, {Pages:N0} different pages, {who}",
                new Load("by hand", handWrittenPages, [pages[0]], bearer),
                new Load("GraphQL", ["/graphql"], pages, bearer));
        }
    }

    private async Task CompareAsync(string what, Load baseline, Load measured)
    {
        var ratios = new List<double>();
        var rates = new List<(double Baseline, double Measured)>();
        for (var round = 0; round <= Rounds; round++)
        {
            var rate = (await generator.RunAsync(server, baseline, Connections, Round), await generator.RunAsync(server, measured, Connections, Round));
            if (round > 0) // the first warms up
            {
                rates.Add(rate);
                ratios.Add(rate.Item2 / rate.Item1);
            }
        }
        ratios.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-48} {baseline.Name,14} {rates.Average(rate => rate.Baseline),8:N0}/s   {measured.Name} {rates.Average(rate => rate.Measured),8:N0}/s   ratio {ratios[ratios.Count / 2]:0.00} ({ratios[0]:0.00}-{ratios[^1]:0.00})"));
    }

    private static async Task<string> TokenAsync(HttpClient client)
    {
        var answer = await AskAsync(client, """mutation { signIn(input: { userName: "signatory@lanpo.demo", password: "demo-market-2026" }) { session { accessToken } } }""");
        return answer.GetProperty("signIn").GetProperty("session").GetProperty("accessToken").GetString()!;
    }

    /// <summary>The bodies that ask for one page after the other.</summary>
    private static async Task<string[]> PagesAsync(HttpClient client)
    {
        var pages = new string[Pages];
        string? after = null;
        for (var i = 0; i < Pages; i++)
        {
            pages[i] = JsonSerializer.Serialize(new { query = $"query Page($after: String) {{ patents(first: {PageSize}, after: $after, orderBy: NEWEST) {{ nodes {{ {Fields} }} }} }}", variables = new { after } });
            var answer = await AskAsync(client, "query ($after: String) { patents(first: 20, after: $after, orderBy: NEWEST) { pageInfo { endCursor } } }", new { after });
            after = answer.GetProperty("patents").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
        return pages;
    }

    private static string Body(string query) => JsonSerializer.Serialize(new { query });

    private static async Task<JsonElement> AskAsync(HttpClient client, string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException(errors.ToString()) : answer.GetProperty("data");
    }
}
