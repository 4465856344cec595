using System.Globalization;
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
        try
        {
            var generator = LoadGenerator.Best();
            Console.WriteLine($"Driven by {(generator is WrkLoad ? "wrk" : "the client of this project")}, {Connections} connections, {Rounds} rounds of {Round.TotalSeconds} s each after one to warm up.");
            await using var server = await ServedElsewhere.StartAsync(folder, patents);
            await new HttpComparison(server.Address, generator).CompareAsync();
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task CompareAsync()
    {
        using var client = new HttpClient { BaseAddress = server };
        var pages = await PagesAsync(client);
        var token = await client.SignInAsync("signatory@lanpo.demo");
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

    /// <summary>The bodies that ask for one page after the other.</summary>
    private static async Task<string[]> PagesAsync(HttpClient client)
    {
        var pages = new string[Pages];
        string? after = null;
        for (var i = 0; i < Pages; i++)
        {
            pages[i] = JsonSerializer.Serialize(new { query = $"query Page($after: String) {{ patents(first: {PageSize}, after: $after, orderBy: NEWEST) {{ nodes {{ {Fields} }} }} }}", variables = new { after } });
            var answer = await client.AskAsync("query ($after: String) { patents(first: 20, after: $after, orderBy: NEWEST) { pageInfo { endCursor } } }", new { after });
            after = answer.GetProperty("patents").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
        return pages;
    }

    private static string Body(string query) => JsonSerializer.Serialize(new { query });
}
