using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using IpMarketplace.Benchmarks.Http;

namespace IpMarketplace.Benchmarks.Mutations;

/// <summary>
/// How many mutations a second are acknowledged and how long one takes, by clients and by nodes that share the database. Each client revises a draft,
/// one revision after the other, its own as far as there are so many; at the end the drafts' versions tell whether every acknowledged revision is there, once.
/// </summary>
internal static class MutationMeasurement
{
    private const string Officer = "officer@qinghe.demo";
    private const string Revision = "mutation Revise($input: ReviseListingInput!) { reviseListing(input: $input) { listing { version } errors { ... on Error { code message } } } }";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private static readonly int[] Clients = [1, 16, 64];

    public static async Task<int> RunAsync()
    {
#if DEBUG
        Console.WriteLine("This is a Debug build, which says nothing about speed: run it with -c Release.");
#endif
        var folder = Directory.CreateTempSubdirectory("ipmarketplace-bench-");
        try
        {
            await using var first = await ServedElsewhere.StartAsync(folder, 0);
            using var http = new HttpClient { BaseAddress = first.Address };
            await http.SignInAsync(Officer);
            var drafts = await DraftsAsync(http);
            await MeasureAsync([first], http.DefaultRequestHeaders.Authorization!, drafts);
            await using (var second = await ServedElsewhere.StartAsync(folder, 0))
            {
                await MeasureAsync([first, second], http.DefaultRequestHeaders.Authorization!, drafts);
            }
            return await LostAsync(http, drafts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(ServedElsewhere[] nodes, AuthenticationHeaderValue officer, Draft[] drafts)
    {
        foreach (var clients in Clients)
        {
            await RoundAsync(nodes, officer, drafts, clients, TimeSpan.FromSeconds(1)); // warms up
            var used = nodes.Sum(node => node.ProcessorTime.TotalMilliseconds);
            var clock = Stopwatch.StartNew();
            var times = await RoundAsync(nodes, officer, drafts, clients, Round);
            var rate = times.Length / clock.Elapsed.TotalSeconds;
            used = nodes.Sum(node => node.ProcessorTime.TotalMilliseconds) - used;
            Array.Sort(times);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{nodes.Length} node(s), {clients,2} client(s): {rate,6:N0}/s   p50 {At(times, 0.5):0.0} ms   p99 {At(times, 0.99):0.0} ms   longest {times[^1]:0.0} ms   {used / times.Length:0.00} CPU ms each"));
        }
    }

    private static async Task<double[]> RoundAsync(ServedElsewhere[] nodes, AuthenticationHeaderValue officer, Draft[] drafts, int clients, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var runs = await Task.WhenAll(
            Enumerable.Range(0, clients).Select(i => Task.Run(() => ReviseAsync(nodes[i % nodes.Length].Address, officer, drafts[i % drafts.Length], clock, duration))));
        return [.. runs.SelectMany(times => times)];
    }

    private static async Task<List<double>> ReviseAsync(Uri node, AuthenticationHeaderValue officer, Draft draft, Stopwatch clock, TimeSpan duration)
    {
        using var http = new HttpClient { BaseAddress = node };
        http.DefaultRequestHeaders.Authorization = officer;
        var times = new List<double>();
        while (clock.Elapsed < duration)
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await http.AskAsync(Revision, new { input = new { listingId = draft.Id, content = new { title = string.Create(CultureInfo.InvariantCulture, $"第{times.Count + 1}稿") } } });
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (answer.GetProperty("reviseListing").GetProperty("errors") is { ValueKind: JsonValueKind.Array } refusals)
            {
                throw new InvalidOperationException(refusals.ToString());
            }
            draft.Acknowledge();
        }
        return times;
    }

    /// <summary>Drafts of the demo university: every patent it owns, in each mode that is still free.</summary>
    private static async Task<Draft[]> DraftsAsync(HttpClient http)
    {
        var modes = (await http.AskAsync("""{ __type(name: "ListingMode") { enumValues { name } } }""")).GetProperty("__type").GetProperty("enumValues");
        var owner = (await http.AskAsync("{ viewer { organization { id } } }")).GetProperty("viewer").GetProperty("organization").GetProperty("id").GetString();
        var patents = await http.AskAsync("query ($owner: ID!) { patents(first: 100, filter: { owners: [$owner] }) { nodes { id } } }", new { owner });
        var drafts = new List<Draft>();
        foreach (var patent in patents.GetProperty("patents").GetProperty("nodes").EnumerateArray())
        {
            foreach (var mode in modes.EnumerateArray())
            {
                var answer = await http.AskAsync(
                    "mutation ($input: CreateListingInput!) { createListing(input: $input) { listing { id version } } }",
                    new { input = new { patentId = patent.GetProperty("id").GetString(), mode = mode.GetProperty("name").GetString(), content = new { title = "初稿" } } });
                if (answer.GetProperty("createListing").GetProperty("listing") is { ValueKind: JsonValueKind.Object } listing)
                {
                    drafts.Add(new Draft(listing.GetProperty("id").GetString()!, listing.GetProperty("version").GetInt32()));
                }
            }
        }
        return [.. drafts];
    }

    private static async Task<int> LostAsync(HttpClient http, Draft[] drafts)
    {
        var wrong = 0;
        foreach (var draft in drafts)
        {
            var found = await http.AskAsync("query ($id: ID!) { node(id: $id) { ... on Listing { version } } }", new { id = draft.Id });
            var version = found.GetProperty("node").GetProperty("version").GetInt32();
            wrong += version - draft.First == draft.Acknowledged ? 0 : 1;
        }
        Console.WriteLine($"{drafts.Sum(draft => draft.Acknowledged):N0} revisions acknowledged; drafts whose version says otherwise: {wrong}.");
        return wrong == 0 ? 0 : 1;
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(share * sorted.Length))];

    private sealed record Draft(string Id, int First)
    {
        private int _acknowledged;

        public int Acknowledged => _acknowledged;

        public void Acknowledge() => Interlocked.Increment(ref _acknowledged);
    }
}
