using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Tests.Conformance.KitchenSink;
using IpMarketplace.GraphQL.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace IpMarketplace.GraphQL.Tests.Fuzzing;

/// <summary>
/// 100,000 random requests over several connections: whatever is sent, the server answers in time and in form, never with 500, and takes no
/// more memory at the end than in the beginning. A failure names the seed (<c>FUZZ_SEED</c>) and the number of its request, which make it again.
/// </summary>
[Collection(nameof(HttpFuzzTests)), CollectionDefinition(nameof(HttpFuzzTests), DisableParallelization = true)]
public sealed class HttpFuzzTests(ITestOutputHelper output)
{
    private const int Requests = 100_000;
    private const int Rounds = 10;
    private const int Connections = 4;
    private const int NotImplemented = 501; // an unknown Transfer-Encoding, which the web server refuses
    private const int VersionNotSupported = 505; // an unknown version of HTTP
    private const long MemoryTolerance = 4 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20250903;

    private readonly ConcurrentDictionary<int, int> _statuses = [];

    [Fact]
    public async Task Whatever_is_sent_is_answered_in_form_and_in_time()
    {
        var schema = KitchenSinkSchema.Build();
        var execution = new ExecutionOptions { DocumentCacheSize = 2 * 1024 * 1024 };
        execution.PersistedOperations.AutomaticPersistedOperations = true;
        using var unexpected = new UnexpectedErrors();
        await using var server = await HostedSchema.StartAsync(
            () => schema,
            http => (http.MaxBatchSize, http.EnableMultipartRequests, http.MaxRequestBodySize, http.MaxFileSize) = (5, true, 100_000, 100_000),
            execution,
            services => services.AddLogging(logging => logging.AddProvider(unexpected)));
        var address = new IPEndPoint(IPAddress.Loopback, server.Client.BaseAddress!.Port);
        var generator = new RequestGenerator(schema);
        var memory = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(worker => Task.Run(() => RunAsync(address, generator, round, worker))));
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        output.WriteLine($"seed {Seed}; statuses {string.Join(", ", _statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}");
        output.WriteLine($"managed memory after each tenth, in KB: {string.Join(", ", memory.Select(bytes => bytes / 1024))}");
        Assert.Equal(Requests, _statuses.Values.Sum());
        Assert.InRange(_statuses[200], Requests / 4, Requests);
        Assert.Empty(unexpected.Seen);
        Assert.InRange(memory[^1] - memory[0], long.MinValue, MemoryTolerance);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await server.Client.GetStringAsync("?query=%7B__typename%7D"));
    }

    private async Task RunAsync(IPEndPoint address, RequestGenerator generator, int round, int worker)
    {
        using var connection = new RawConnection(address);
        var (first, count) = (round * Requests / Rounds, Requests / Rounds);
        for (var number = first + worker; number < first + count; number += Connections)
        {
            var request = generator.Generate(new Random(HashOf(number)));
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                Check(await connection.AskAsync(request, patience.Token));
            }
            catch (Exception exception) when (exception is Xunit.Sdk.XunitException or OperationCanceledException or JsonException or FormatException)
            {
                throw new Xunit.Sdk.XunitException($"Request {number} of seed {Seed} was answered wrongly, or not at all: {exception.Message}\n{Encoding.UTF8.GetString(request)}", exception);
            }
        }
    }

    private void Check((int Status, string Body)? answer)
    {
        var status = answer?.Status ?? 0;
        _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
        Assert.True(status is (>= 200 and < 500) or NotImplemented or VersionNotSupported, $"Status {status}");
        if (answer is { Body: ['{' or '[', ..] body })
        {
            using var json = JsonDocument.Parse(body);
            var responses = json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray()] : new[] { json.RootElement };
            Assert.All(responses, response => Assert.True(response.TryGetProperty("data", out _) || response.GetProperty("errors").GetArrayLength() > 0, body));
        }
    }

    private static int HashOf(int number) => unchecked((Seed * 397) ^ number);

    /// <summary>What nobody has foreseen, as the log has it.</summary>
    private sealed class UnexpectedErrors : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && Seen.Count < 20)
            {
                Seen.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
