using System.Text.Json;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

/// <summary>What the server keeps to itself in Production.</summary>
public sealed class ProductionTests
{
    [Fact]
    public async Task An_unexpected_exception_is_an_id_to_the_client_and_all_of_it_under_that_id_in_the_log()
    {
        await using var store = new TemporaryStore();
        await using var server = await ServerProcess.StartAsync(store, "--Demo:Enabled=false", "--environment=Production");
        using var client = new GraphQLClient(server.Address, TimeProvider.System);
        await store.ExecuteAsync("DROP TABLE Listings");

        var fault = (await client.QueryAsync("{ listings { nodes { id } } }")).Faulted("UNEXPECTED_ERROR");
        await server.StopAsync();

        Assert.Equal("Unexpected Execution Error.", fault.GetProperty("message").GetString());
        Assert.Equal(["code", "id"], fault.GetProperty("extensions").EnumerateObject().Select(member => member.Name).Order());
        var id = fault.GetProperty("extensions").GetProperty("id").GetString()!;
        var logged = Assert.Single(server.Output.Split(Environment.NewLine), line => line.Contains(id, StringComparison.Ordinal));
        var entry = JsonSerializer.Deserialize<JsonElement>(logged);
        Assert.Equal(("Error", id), (entry.GetProperty("LogLevel").GetString(), entry.GetProperty("State").GetProperty("ErrorId").GetString()));
        Assert.Contains("Listings", entry.GetProperty("Exception").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ __schema { types { name } } }", null, "Introspection is switched off, but \"__schema\" asks for it.")]
    [InlineData("{ patent(id: \"x\") { titel } }", null, "Cannot query field \"titel\" on type \"Patent\".")]
    [InlineData("query($f: PatentFilterInput) { patents(filter: $f) { totalCount } }", """{ "kindz": [] }""", "Variable $f: PatentFilterInput has no field kindz.")]
    [InlineData("query($f: PatentFilterInput) { patents(filter: $f) { totalCount } }", """{ "kinds": ["LENT"] }""", "Variable $f.kinds[0]: PatentKind has no value LENT.")]
    public async Task The_schema_is_not_given_away(string document, string? filter, string message)
    {
        await using var market = await TestMarketplace.StartAsync(settings: ["--environment=Production"]);

        var answer = await market.QueryAsync(document, filter is null ? null : new { f = JsonSerializer.Deserialize<JsonElement>(filter) });

        Assert.Equal(message, Assert.Single(answer.Faults).GetProperty("message").GetString());
    }
}
