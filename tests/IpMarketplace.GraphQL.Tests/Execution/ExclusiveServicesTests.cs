using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

/// <summary>A service of the request's scope that is not thread-safe (a DbContext) is never used by two resolvers at a time.</summary>
public sealed class ExclusiveServicesTests
{
    [Fact]
    public async Task Resolvers_that_take_it_run_one_after_another_beside_the_others()
    {
        var services = new ServiceCollection();
        services.AddScoped<SpecialSession>();
        services.AddGraphQLServer().AddTypes(typeof(SessionQueries)).ModifyRequestOptions(options => options.ExclusiveServices.Add(typeof(Session)));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();

        await using var result = await provider.GetRequiredService<IRequestExecutor>().ExecuteAsync(
            OperationRequest.FromText("{ a: used b: used free c: used }", services: scope.ServiceProvider));

        Assert.Equal("""{"data":{"a":"1 of 1","b":"2 of 1","free":"ran first","c":"3 of 1"}}""", ((OperationResult)result).ToJson());
    }
}

public class Session
{
    private int _inside;

    public int Uses { get; private set; }

    public int MostAtOnce { get; private set; }

    public TaskCompletionSource FreeHasRun { get; } = new();

    public async Task UseAsync()
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _inside));
        await FreeHasRun.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Task.Yield();
        Uses++;
        Interlocked.Decrement(ref _inside);
    }
}

public sealed class SpecialSession : Session;

[QueryType]
public static class SessionQueries
{
    public static async Task<string> UsedAsync(SpecialSession session)
    {
        await session.UseAsync();
        return $"{session.Uses} of {session.MostAtOnce}";
    }

    public static async Task<string> FreeAsync(IResolverContext context)
    {
        await Task.Yield();
        context.Service<SpecialSession>().FreeHasRun.TrySetResult();
        return "ran first";
    }
}
