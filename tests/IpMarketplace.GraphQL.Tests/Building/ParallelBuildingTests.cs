using System.Collections.Concurrent;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Building;

public sealed class ParallelBuildingTests
{
    private const int Threads = 16;
    private const int Rounds = 13;

    [Fact]
    public void Schemas_may_be_built_on_many_threads_at_once()
    {
        var failures = new ConcurrentQueue<Exception>();
        using var together = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() => Build(together, failures))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Empty(failures);
    }

    // Each round builds from methods that nobody has asked for their parameters yet: reflection then makes them on several threads at once.
    private static void Build(Barrier together, ConcurrentQueue<Exception> failures)
    {
        var fresh = typeof(int);
        for (var i = 0; i < Rounds; i++)
        {
            fresh = typeof(List<>).MakeGenericType(fresh);
            Type[] types = [typeof(Asked<>).MakeGenericType(fresh), typeof(Written<>).MakeGenericType(fresh)];
            together.SignalAndWait();
            try
            {
                var services = new ServiceCollection();
                services.AddGraphQLServer().AddTypes(types);
                using var provider = services.BuildServiceProvider();
                GC.KeepAlive(provider.GetRequiredService<Schema>());
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
            }
        }
    }

    [QueryType]
    public static class Asked<T>
    {
        public static int One(int a, int b, int c, int d) => a + b + c + d;

        public static int Two(int a, int b, int c, int d) => a + b + c + d;

        public static int Three(int a, int b, int c, int d) => a + b + c + d;

        public static int Four(int a, int b, int c, int d) => a + b + c + d;
    }

    [MutationType]
    public static class Written<T>
    {
        public static Task<int> OneAsync(int a, int b, int c, int d) => Task.FromResult(a + b + c + d);

        public static Task<int> TwoAsync(int a, int b, int c, int d) => Task.FromResult(a + b + c + d);

        public static Task<int> ThreeAsync(int a, int b, int c, int d) => Task.FromResult(a + b + c + d);
    }
}
