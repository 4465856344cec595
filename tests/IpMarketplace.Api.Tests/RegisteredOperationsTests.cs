using System.Net.Http.Json;
using System.Text.Json;
using IpMarketplace.Api.Settings;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

/// <summary>The example operations of the repository, registered with the server.</summary>
public sealed class RegisteredOperationsTests
{
    private static readonly string Examples = Path.Combine(Repository.Root, "schema", "operations");

    [Fact]
    public async Task Run_by_their_names_and_where_configured_nothing_else_does()
    {
        await using var market = await TestMarketplace.StartAsync(settings: [$"--GraphQL:Operations:Folder={Examples}", "--GraphQL:Operations:OnlyRegistered=true"]);

        var named = await AskAsync(market, new { documentId = "viewer" });
        var sent = await AskAsync(market, new { query = "{ __typename }" });

        Assert.True(named.GetProperty("data").TryGetProperty("viewer", out _), named.ToString());
        Assert.Equal("PERSISTED_DOCUMENT_REQUIRED", sent.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Stop_the_start_when_one_does_not_fit_the_schema()
    {
        var folder = Directory.CreateTempSubdirectory("operations-").FullName;
        var file = Path.Combine(folder, "wrong.graphql");
        await File.WriteAllTextAsync(file, "{ patentz { id } }");

        var refused = await Assert.ThrowsAsync<ConfigurationRefused>(() => TestMarketplace.StartAsync(settings: [$"--GraphQL:Operations:Folder={folder}"]));

        Directory.Delete(folder, recursive: true);
        Assert.StartsWith($"{file}:1:3: ", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.EndsWith(" Correct it, or change GraphQL:Operations:Folder.", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> AskAsync(TestMarketplace market, object request)
    {
        using var response = await market.Client.Http.PostAsJsonAsync("/graphql", request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
