using System.Buffers;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

/// <summary>What a warm query may allocate, from the request to the written bytes; the budgets hold speed where a clock could not.</summary>
public sealed class AllocationTests
{
    private const int BudgetOfTypeName = 600;
    private const int BudgetOfList = 600;

    [Fact]
    public void A_warm_type_name_query_stays_within_its_budget() => Assert.InRange(BytesFor("{ __typename }"), 0, BudgetOfTypeName);

    [Fact]
    public void A_warm_list_of_twenty_allocates_nothing_for_its_items() =>
        Assert.InRange(BytesFor("{ items(first: 20) { id title year price owner { name } open } }"), 0, BudgetOfList);

    private static long BytesFor(string document)
    {
        using var services = new ServiceCollection().AddSingleton(_ => Schema().Build()).AddGraphQLExecution(new ExecutionOptions()).BuildServiceProvider();
        var executor = services.GetRequiredService<IRequestExecutor>();
        var request = OperationRequest.FromText(document, services: services);
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        for (var i = 0; i < 50; i++)
        {
            Run();
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Run();
        }
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;

        void Run()
        {
            output.ResetWrittenCount();
            var running = executor.ExecuteAsync(request);
            Assert.True(running.IsCompletedSuccessfully);
            var result = (OperationResult)running.Result;
            result.WriteTo(output);
            var disposing = result.DisposeAsync();
            Assert.True(disposing.IsCompletedSuccessfully);
        }
    }

    private static SchemaBuilder Schema()
    {
        var items = Enumerable.Range(0, 20).Select(i => new Item(i, "一种数据处理方法", 2020 + i, 12.5m * i, new Owner("大学"), i % 2 == 0)).ToArray();
        return SchemaBuilder.FromSdl("type Query { items(first: Int): [Item!]! } type Item { id: ID! title: String! year: Int! price: Float! owner: Owner! open: Boolean! } type Owner { name: String! }")
            .AddResolver("Query", "items", (IResolverContext _) => FieldValue.From(items))
            .AddResolver("Item", "id", (IResolverContext context) => context.Parent<Item>().Id)
            .AddResolver("Item", "title", (IResolverContext context) => context.Parent<Item>().Title)
            .AddResolver("Item", "year", (IResolverContext context) => context.Parent<Item>().Year)
            .AddResolver("Item", "price", (IResolverContext context) => (double)context.Parent<Item>().Price)
            .AddResolver("Item", "owner", (IResolverContext context) => FieldValue.From(context.Parent<Item>().Owner))
            .AddResolver("Item", "open", (IResolverContext context) => context.Parent<Item>().Open)
            .AddResolver("Owner", "name", (IResolverContext context) => context.Parent<Owner>().Name);
    }

    private sealed record Item(long Id, string Title, int Year, decimal Price, Owner Owner, bool Open);

    private sealed record Owner(string Name);
}
