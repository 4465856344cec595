using System.Net;
using System.Text;
using System.Threading.Channels;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.Tests.Execution;
using IpMarketplace.GraphQL.Tests.Http;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.ServerSentEvents;

/// <summary>Answers as a stream of events (graphql-sse, distinct connections mode).</summary>
public sealed class EventStreamTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ManualClock _clock = new();
    private readonly Channel<int> _ticks = Channel.CreateUnbounded<int>();
    private readonly TaskCompletionSource _unsubscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HostedSchema _server = null!;

    public async Task InitializeAsync() => _server = await HostedSchema.StartAsync(
        services => services.AddSingleton(_ => Schema()).AddGraphQLExecution(new ExecutionOptions()).AddSingleton<TimeProvider>(_clock),
        options => options.EventStreamKeepAlive = TimeSpan.FromSeconds(7),
        SignInAsync);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("{ hello }", "event: next\ndata: {\"data\":{\"hello\":\"利\"}}\n\nevent: complete\ndata:\n\n")]
    [InlineData("mutation { shout }", "event: next\ndata: {\"data\":{\"shout\":1}}\n\nevent: complete\ndata:\n\n")]
    [InlineData("subscription { three }", "event: next\ndata: {\"data\":{\"three\":1}}\n\nevent: next\ndata: {\"data\":{\"three\":2}}\n\nevent: next\ndata: {\"data\":{\"three\":3}}\n\nevent: complete\ndata:\n\n")]
    [InlineData("{ lines }", "event: next\ndata: {\"data\":{\"lines\":{\ndata:   \"a\": 1\ndata: }}}\n\nevent: complete\ndata:\n\n")]
    public async Task Every_operation_is_answered_by_next_and_complete(string query, string events)
    {
        using var response = await PostAsync(query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        Assert.Equal("no", response.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.Equal(":\n\n" + events, await response.Content.ReadAsStringAsync().WaitAsync(Patience));
    }

    [Theory]
    [InlineData("{ unknown }", "VALIDATION_FAILED")]
    [InlineData("{", "SYNTAX_ERROR")]
    [InlineData("subscription { fails }", "UNEXPECTED_ERROR")]
    public async Task A_request_error_comes_as_an_event(string query, string code)
    {
        using var response = await PostAsync(query);
        var text = await response.Content.ReadAsStringAsync().WaitAsync(Patience);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(":\n\nevent: next\ndata: {\"errors\":[", text);
        Assert.Contains($"\"code\":\"{code}\"", text);
        Assert.EndsWith("\n\nevent: complete\ndata:\n\n", text);
    }

    [Fact]
    public async Task A_body_that_is_no_request_is_refused_before_the_stream()
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Post, string.Empty) { Content = new StringContent("{}", Encoding.UTF8, "application/json") });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task GET_reads_and_subscribes_but_never_writes()
    {
        using var read = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bhello%7D"));
        using var subscribed = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription%7Bthree%7D"));
        using var written = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?query=mutation%7Bshout%7D"));
        Assert.Contains("event: next\ndata: {\"data\":{\"hello\":\"利\"}}", await read.Content.ReadAsStringAsync());
        Assert.Contains("{\"three\":3}", await subscribed.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (written.StatusCode, written.Content.Headers.Allow.Single()));
    }

    [Fact]
    public async Task An_event_is_sent_when_it_happens_and_comments_keep_the_stream_alive()
    {
        using var response = await PostAsync("subscription { ticks }");
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(":", await ReadEventAsync(events));

        await _ticks.Writer.WriteAsync(1);
        Assert.Equal("event: next\ndata: {\"data\":{\"ticks\":1}}", await ReadEventAsync(events));

        await _clock.WhenSetAsync(due => due == TimeSpan.FromSeconds(7));
        _clock.FireAll();
        Assert.Equal(":", await ReadEventAsync(events));

        await _ticks.Writer.WriteAsync(2);
        _ticks.Writer.Complete();
        Assert.Equal("event: next\ndata: {\"data\":{\"ticks\":2}}", await ReadEventAsync(events));
        Assert.Equal("event: complete\ndata:", await ReadEventAsync(events));
        Assert.Equal("", await events.ReadToEndAsync().WaitAsync(Patience));
        await _unsubscribed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task The_subscription_ends_when_the_client_goes()
    {
        var response = await PostAsync("subscription { ticks }");
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(":", await ReadEventAsync(events));

        response.Dispose();

        await _unsubscribed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_without_calling_them_complete()
    {
        using var response = await PostAsync("subscription { ticks }");
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(":", await ReadEventAsync(events));

        var stopping = _server.StopAsync();

        Assert.Equal("", await events.ReadToEndAsync().WaitAsync(Patience));
        await stopping;
        await _unsubscribed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_stream_ends_when_the_token_expires()
    {
        using var response = await PostAsync("subscription { ticks }", tokenLasts: TimeSpan.FromMinutes(5));
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(":", await ReadEventAsync(events));
        await _clock.WhenSetAsync(due => due > TimeSpan.FromMinutes(4) && due <= TimeSpan.FromMinutes(5));

        _clock.FireAll();

        Assert.DoesNotContain("complete", await events.ReadToEndAsync().WaitAsync(Patience));
        await _unsubscribed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_client_that_reads_nothing_is_asked_for_no_more_events()
    {
        using var response = await PostAsync("subscription { large }");
        using var events = await response.Content.ReadAsStreamAsync();
        int produced;
        do
        {
            // Nobody reads: the buffers on the way fill up, and then nothing more is taken from the source.
            produced = Volatile.Read(ref _large);
            using var other = await PostAsync("subscription { three }");
            Assert.Contains("complete", await other.Content.ReadAsStringAsync());
        }
        while (produced == 0 || produced != Volatile.Read(ref _large));
        Assert.InRange(produced, 1, 500);
    }

    private int _large;

    private async Task<HttpResponseMessage> PostAsync(string query, TimeSpan? tokenLasts = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, string.Empty) { Content = new StringContent($$"""{"query":"{{query}}"}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("Token-Lasts", tokenLasts is { } lasts ? [lasts.ToString()] : []);
        return await SendAsync(request);
    }

    private Task SignInAsync(HttpContext context, Func<Task> next)
    {
        if (TimeSpan.TryParse(context.Request.Headers["Token-Lasts"], out var lasts))
        {
            var ticket = new AuthenticationTicket(context.User, new AuthenticationProperties { ExpiresUtc = _clock.GetUtcNow() + lasts }, "Test");
            context.Features.Set<IAuthenticateResultFeature>(new SignedIn { AuthenticateResult = AuthenticateResult.Success(ticket) });
        }
        return next();
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept", "text/event-stream");
        return _server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<string> ReadEventAsync(StreamReader events)
    {
        var lines = new List<string>();
        while (await events.ReadLineAsync().WaitAsync(Patience) is { Length: > 0 } line)
        {
            lines.Add(line);
        }
        return string.Join('\n', lines);
    }

    private Schema Schema() => SchemaBuilder
        .FromSdl("type Query { hello: String lines: Any } type Mutation { shout: Int } type Subscription { three: Int ticks: Int fails: Int large: String } scalar Any")
        .AddResolver("Query", "hello", (IResolverContext _) => "利")
        .AddResolver("Query", "lines", (IResolverContext _) => FieldValue.From(System.Text.Json.JsonElement.Parse("{\n  \"a\": 1\n}")))
        .AddResolver("Mutation", "shout", (IResolverContext _) => 1)
        .AddSubscriber("Subscription", "three", _ => ValueTask.FromResult(Events(AsyncEnumerable.Range(1, 3))))
        .AddResolver("Subscription", "three", (IResolverContext context) => context.Parent<int>())
        .AddSubscriber("Subscription", "ticks", context => ValueTask.FromResult(Events(TicksAsync())))
        .AddResolver("Subscription", "ticks", (IResolverContext context) => context.Parent<int>())
        .AddSubscriber("Subscription", "fails", _ => throw new InvalidOperationException("broken"))
        .AddResolver("Subscription", "fails", (IResolverContext context) => context.Parent<int>())
        .AddSubscriber("Subscription", "large", _ => ValueTask.FromResult(Events(AsyncEnumerable.InfiniteSequence(1, 1))))
        .AddResolver("Subscription", "large", (IResolverContext _) =>
        {
            Interlocked.Increment(ref _large);
            return new string('x', 100_000);
        })
        .Build();

    private static IAsyncEnumerable<object?> Events<T>(IAsyncEnumerable<T> source) => source.Select(value => (object?)value);

    private async IAsyncEnumerable<int> TicksAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        try
        {
            await foreach (var tick in _ticks.Reader.ReadAllAsync(ct))
            {
                yield return tick;
            }
        }
        finally
        {
            _unsubscribed.TrySetResult();
        }
    }

    private sealed class SignedIn : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; }
    }
}
