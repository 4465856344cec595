using System.Text.Json;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

/// <summary>Two processes serve one database, and a third imports into it.</summary>
public sealed class TwoNodesTests
{
    [Fact]
    public async Task What_another_process_committed_is_followed_and_the_death_of_a_node_holds_up_nobody()
    {
        await using var store = new TemporaryStore();
        await using var first = await ServerProcess.StartAsync(store, "--Demo:Enabled=false");
        await using var second = await ServerProcess.StartAsync(store, "--Demo:Enabled=false");
        using var ofFirst = new GraphQLClient(first.Address, TimeProvider.System);
        using var ofSecond = new GraphQLClient(second.Address, TimeProvider.System);

        await ImportAsync(store, "CN85102475", "CN85102476");
        await Task.WhenAll(SeesAsync(ofFirst, 2), SeesAsync(ofSecond, 2));

        await first.KillAsync();
        await ImportAsync(store, "CN85102477");
        await SeesAsync(ofSecond, 3);
        using var ready = JsonDocument.Parse(await ofSecond.Http.GetStringAsync("/health/ready"));
        Assert.Equal("Healthy", ready.RootElement.GetProperty("status").GetString());
    }

    private static async Task ImportAsync(TemporaryStore store, params string[] numbers)
    {
        var file = Path.Combine(store.Directory, $"{numbers[0]}.jsonl");
        await File.WriteAllLinesAsync(file, numbers.Select(number => $$"""{"id":"{{number}}","title":"电机 {{number}}","ipc":["H02K17/02"],"applied":"1985-04-01","type":"invention"}"""));
        var (exitCode, output) = await ServerProcess.RunAsync(["import", "patents", file, .. store.Arguments]);
        Assert.True(exitCode == 0, output);
    }

    private static async Task SeesAsync(GraphQLClient client, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await client.QueryAsync("{ patents { totalCount } }")).Succeeded()["patents"].GetProperty("totalCount").GetInt32() != count)
        {
            await Task.Delay(100, limit.Token);
        }
    }
}
