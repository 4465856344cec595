using System.Runtime.CompilerServices;
using System.Security.Claims;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;

namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>What the resolvers of the socket tests report to the tests.</summary>
public sealed class Newsroom
{
    private readonly Lock _gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _awaited = [];
    private int _listeners;

    /// <summary>Opened by a test, or never.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when so many sources are open.</summary>
    public Task WhenListenersAsync(int count)
    {
        lock (_gate)
        {
            if (_listeners == count)
            {
                return Task.CompletedTask;
            }
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((count, reached));
            return reached.Task.WaitAsync(TimeSpan.FromMinutes(2));
        }
    }

    internal void Count(int change)
    {
        lock (_gate)
        {
            _listeners += change;
            _awaited.Where(awaited => awaited.Count == _listeners).ToList().ForEach(awaited => awaited.Reached.TrySetResult());
        }
    }
}

[QueryType]
public static partial class NewsQueries
{
    public static string Hello(string name = "world") => $"hello {name}";

    public static string User(ClaimsPrincipal user) => user.Identity?.Name ?? "nobody";

    public static async Task<string> LaterAsync(Newsroom news, CancellationToken ct)
    {
        await news.Gate.Task.WaitAsync(ct);
        return "later";
    }

    public static string? Fails() => throw new GraphQLException("It fails.");

    /// <summary>Who the services of the operation serve.</summary>
    public static string Served(Served served) => served.Who;
}

[MutationType]
public static partial class NewsMutations
{
    [UseMutationConvention(Disable = true)]
    public static async Task<int> TellAsync(string topic, string text, ITopicEventSender events)
    {
        await events.SendAsync(topic, text);
        return text.Length;
    }
}

[SubscriptionType]
public static partial class NewsSubscriptions
{
    [Subscribe(With = nameof(ListenAsync))]
    public static string News([EventMessage] string text) => text;

    [Subscribe(With = nameof(BreakAsync))]
    public static string Breaks([EventMessage] string text) => text;

    [Subscribe(With = nameof(ListenAsync))]
    public static string Served([EventMessage] string text, Served served) => $"{text} for {served.Who}";

    [Authorize]
    [Subscribe(With = nameof(ListenAsync))]
    public static string Secret([EventMessage] string text) => text;

    private static async Task<IAsyncEnumerable<string>> ListenAsync(string topic, ITopicEventReceiver events, Newsroom news, CancellationToken ct)
    {
        var source = await events.SubscribeAsync<string>(topic, ct);
        news.Count(+1);
        return ReadAsync(source, news, default);
    }

    private static async IAsyncEnumerable<string> ReadAsync(ISourceStream<string> source, Newsroom news, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            await using var closing = source;
            await foreach (var text in source.ReadEventsAsync().WithCancellation(ct))
            {
                yield return text;
            }
        }
        finally
        {
            news.Count(-1);
        }
    }

    private static async IAsyncEnumerable<string> BreakAsync()
    {
        await Task.CompletedTask;
        yield return "one";
        throw new GraphQLException("The source broke.");
    }
}

/// <summary>A scoped service that knows whom it serves.</summary>
public sealed class Served
{
    public string Who { get; set; } = "nobody";
}
