using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

/// <summary>Measures the heap of the whole process, so nothing may run beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DocumentCacheMeasurement
{
    public const string Name = "The heap is measured";
}

/// <summary>A client that never sends the same document twice must not fill the memory.</summary>
[Collection(DocumentCacheMeasurement.Name)]
public sealed class DocumentCacheTests
{
    private const int Capacity = 4 * 1024 * 1024;
    private const int Documents = 600;
    private const int Attempts = 5;

    [Theory]
    [InlineData("small")]
    [InlineData("aliases")]
    [InlineData("literals")]
    [InlineData("unfolding fragments")]
    public async Task Kept_documents_take_no_more_memory_than_they_may(string kind)
    {
        // What other tests have left behind may be collected in between, so one measurement proves nothing.
        var kept = new List<long>();
        for (var i = 0; i < Attempts; i++)
        {
            kept.Add(await KeptByAnEngineThatKnowsAsync(kind));
        }

        Assert.InRange(kept.Order().ElementAt(Attempts / 2) / (double)Capacity, 0.1, 1.5);
    }

    private static async Task<long> KeptByAnEngineThatKnowsAsync(string kind)
    {
        var engines = new List<ServiceProvider>();
        await AddEngineThatKnowsAsync(kind, engines);
        var heap = GC.GetTotalMemory(forceFullCollection: true);

        await ReleaseAsync(engines);

        return heap - GC.GetTotalMemory(forceFullCollection: true);
    }

    private static async Task AddEngineThatKnowsAsync(string kind, List<ServiceProvider> engines)
    {
        var services = new ServiceCollection()
            .AddSingleton(_ => SchemaBuilder.FromSdl("type Query { f: Query g(n: [Int]): Int }")
                .AddResolver("Query", "f", (IResolverContext context) => FieldValue.From(context))
                .AddResolver("Query", "g", (IResolverContext _) => 1)
                .Build())
            .AddGraphQLExecution(new ExecutionOptions { DocumentCacheSize = Capacity, Validation = new() { Limits = new() { MaxRootFields = 1000, MaxAliases = 1000 } } })
            .BuildServiceProvider();
        var executor = services.GetRequiredService<IRequestExecutor>();
        for (var i = 0; i < Documents; i++)
        {
            await using var result = (OperationResult)await executor.ExecuteAsync(OperationRequest.FromText(Document(kind, i), services: services));
            Assert.Empty(result.Errors);
        }
        engines.Add(services);
    }

    private static async Task ReleaseAsync(List<ServiceProvider> engines)
    {
        foreach (var engine in engines)
        {
            await engine.DisposeAsync();
        }
        engines.Clear();
    }

    private static string Document(string kind, int i) => kind switch
    {
        "small" => $"{{ a{i}: g }}",
        "aliases" => $"{{ {Many(200, field => $"a{i}_{field}: g")} }}",
        "literals" => $"{{ g(n: [{i} {Many(1000, _ => "1")}]) }}",
        _ => $"{{ ...F0 }} {Many(7, level => $"fragment F{level} on Query {{ a{i}: f {{ ...F{level + 1} }} b: f {{ ...F{level + 1} }} }}")} fragment F7 on Query {{ g }}",
    };

    private static string Many(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));
}
