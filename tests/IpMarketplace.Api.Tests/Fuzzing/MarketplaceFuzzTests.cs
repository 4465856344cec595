using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IpMarketplace.Api.Demo;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Testing;
using IpMarketplace.Testing.Invariants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace IpMarketplace.Api.Tests.Fuzzing;

/// <summary>
/// Random requests over the marketplace's own schema by every role, mutations included, while days pass: nothing unexpected happens, and the
/// invariants of domain.md 9.16 hold afterwards. 5,000 requests, or as many as <c>MARKETPLACE_FUZZ_REQUESTS</c> says; a failure names the seed
/// (<c>FUZZ_SEED</c>) and the number of its request. Requests are sent one after the other, so that a seed makes the same walk again.
/// </summary>
[Collection(nameof(MarketplaceFuzzTests)), CollectionDefinition(nameof(MarketplaceFuzzTests), DisableParallelization = true)]
public sealed class MarketplaceFuzzTests(ITestOutputHelper output)
{
    private const int RequestsADay = 250;
    private const int UsualRequests = 5_000;

    private static readonly int Requests = Setting("MARKETPLACE_FUZZ_REQUESTS", UsualRequests);
    private static readonly int Seed = Setting("FUZZ_SEED", 20261128);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    private readonly Random _random = new(Seed);
    private readonly SortedDictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _succeeded = [];

    [Fact]
    public async Task Whoever_asks_whatever_nothing_is_unexpected_and_the_invariants_hold()
    {
        using var unexpected = new UnexpectedErrors();
        await using var marketplace = await TestMarketplace.StartAsync(withDemo: true, configure: builder => builder.Logging.AddProvider(unexpected));
        var harvest = new Harvest(_random);
        var values = new RandomValues(_random, harvest);
        var operations = new OperationGenerator(marketplace.Services.GetRequiredService<Schema>(), _random, values);
        await SowAsync(marketplace, harvest);
        var walk = Stopwatch.StartNew();
        var number = 0;

        // The usual walk is bounded by time as well: a loaded machine takes fewer steps. A walk that was asked for goes to its end.
        for (; number < Requests && (Requests > UsualRequests || walk.Elapsed < Limit); number++)
        {
            if (number % RequestsADay == 0)
            {
                marketplace.Clock.Advance(TimeSpan.FromDays(_random.Next(1, 15)));
                await marketplace.SweepAsync();
                values.Today = ChinaTime.DateIn(marketplace.Clock.Now);
            }
            await StepAsync(marketplace, operations, harvest, number);
            Assert.True(unexpected.Seen.IsEmpty, $"Request {number} of seed {Seed}: {string.Join(Environment.NewLine, unexpected.Seen)}");
        }

        output.WriteLine($"seed {Seed}; {number} requests in {walk.Elapsed}; {string.Join(", ", _seen.Select(pair => $"{pair.Key}: {pair.Value}"))}");
        output.WriteLine($"mutations that succeeded: {string.Join(", ", _succeeded.Order())}");
        await using var db = marketplace.Context();
        var broken = await GlobalInvariants.BrokenInAsync(db);
        Assert.True(broken.Count == 0, $"Seed {Seed} breaks {string.Join(Environment.NewLine, broken.Take(20))}");
        Assert.Empty(unexpected.Seen);
        Assert.True(_seen.GetValueOrDefault("mutation succeeded") > number / 100, "The walk changes nothing: its mutations are all refused.");
    }

    private async Task StepAsync(TestMarketplace marketplace, OperationGenerator operations, Harvest harvest, int number)
    {
        var (field, body) = operations.Next();
        var user = Sender(field);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        if (user is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await marketplace.Client.TokenOfAsync(user));
        }
        using var response = await marketplace.Client.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        try
        {
            Assert.InRange((int)response.StatusCode, 200, 499);
            using var answer = JsonDocument.Parse(text);
            Judge(field.Name, answer.RootElement);
            harvest.Gather(answer.RootElement);
        }
        catch (Exception failure) when (failure is Xunit.Sdk.XunitException or JsonException)
        {
            throw new Xunit.Sdk.XunitException($"Request {number} of seed {Seed}, by {user ?? "a visitor"}: {failure.Message}\n{body}\n{text}", failure);
        }
    }

    // Mostly somebody who may, else anybody.
    private string? Sender(OutputField field)
    {
        var permission = field.Authorization.Select(requirement => requirement.Policy).OfType<string>().Select(Enum.Parse<Permission>).Cast<Permission?>().FirstOrDefault();
        var able = DemoUsers.Featured.Where(user => permission is { } needed && RolePermissions.Of(user.Role).Contains(needed)).ToList();
        if (able.Count > 0 && _random.Next(8) > 0)
        {
            return able[_random.Next(able.Count)].UserName;
        }
        return _random.Next(DemoUsers.Featured.Count + 1) is var chosen && chosen == DemoUsers.Featured.Count ? null : DemoUsers.Featured[chosen].UserName;
    }

    private void Judge(string field, JsonElement answer)
    {
        foreach (var fault in answer.TryGetProperty("errors", out var faults) ? faults.EnumerateArray() : [])
        {
            var code = fault.GetProperty("extensions").GetProperty("code").GetString()!;
            Count(code);
            Assert.NotEqual("UNEXPECTED_ERROR", code);
        }
        if (answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty(field, out var payload)
            && payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("errors", out var refusals))
        {
            Count(refusals.ValueKind == JsonValueKind.Null ? "mutation succeeded" : "mutation refused");
            if (refusals.ValueKind == JsonValueKind.Null)
            {
                _succeeded.Add(field);
            }
        }
    }

    private void Count(string what) => _seen[what] = _seen.GetValueOrDefault(what) + 1;

    // The first ids, and every draft that only its owner sees.
    private static async Task SowAsync(TestMarketplace marketplace, Harvest harvest)
    {
        const string Everything = """
            {
              patents(first: 50) { nodes { __typename id encumbrances { __typename id } } }
              organizations(first: 50) { nodes { __typename id } }
              listings(first: 50, filter: { states: [DRAFT, IN_REVIEW, REJECTED, PUBLISHED, SUSPENDED, CLOSED] }) { nodes { __typename id } }
              openLicences(first: 50, filter: { states: [DRAFT, INTERNAL_REVIEW, READY, FILED, CORRECTION, ANNOUNCED] }) { nodes { __typename id } }
              licenceRequests(first: 50) { nodes { __typename id amountDue } }
              licences(first: 50) { nodes { __typename id } }
            }
            """;
        foreach (var user in new[] { "officer@qinghe.demo", "signatory@yunshu.demo", "admin@national.demo" })
        {
            harvest.Gather((await marketplace.QueryAsync(Everything, user: user)).Succeeded().Body);
        }
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;

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
