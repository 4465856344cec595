using System.Text.Json;
using IpMarketplace.Following;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Mutations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Persistence;

public sealed class MutationTransactionTests
{
    private const string Mutation =
        "mutation($input: OpenJobInput!) { openJob(input: $input) { job { number: version title } errors { __typename ... on Error { message } } } }";

    [Fact]
    public async Task An_answer_is_committed_and_followed_before_it_is_given()
    {
        var follower = new SlowFollower();
        await using var workshop = await OpenAsync(follower);
        await workshop.FollowAsync();

        var answer = await SendAsync(workshop, new { title = "mill" });

        Assert.Equal(1, answer.GetProperty("job").GetProperty("number").GetInt32());
        Assert.Equal([1L], follower.Followed);
        await using var db = workshop.Context();
        Assert.Equal((1, 1, 1), (await db.Jobs.CountAsync(), await db.History.CountAsync(), await db.Changes.CountAsync()));
    }

    [Theory]
    [InlineData("refused", "NotFound")]
    [InlineData("clash", "ChangedMeanwhile")]
    [InlineData("stale", "ChangedMeanwhile")]
    public async Task A_refusal_leaves_nothing_written_and_nothing_announced(string title, string refusal)
    {
        await using var workshop = await OpenAsync();
        await SendAsync(workshop, new { title = "clash" });

        var answer = await SendAsync(workshop, new { title });

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("job").ValueKind);
        Assert.Equal(refusal, Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("__typename").GetString());
        await using var db = workshop.Context();
        Assert.Equal((1, 1, 1), (await db.Jobs.CountAsync(), await db.History.CountAsync(), await db.Changes.CountAsync()));
    }

    [Fact]
    public async Task A_fault_leaves_nothing_written()
    {
        await using var workshop = await OpenAsync();

        var response = await ExecuteAsync(workshop, new { title = "fault" }, accountId: 7);

        Assert.Equal("Unexpected Execution Error.", Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString());
        await using var db = workshop.Context();
        Assert.Equal((0, 0, 0), (await db.Jobs.CountAsync(), await db.History.CountAsync(), await db.Changes.CountAsync()));
    }

    [Fact]
    public async Task A_mutation_that_takes_too_long_is_rolled_back_and_says_so_and_the_next_one_writes()
    {
        await using var workshop = await OpenAsync(_ => { }, TimeSpan.FromSeconds(2));

        var response = await ExecuteAsync(workshop, new { title = "endless" }, accountId: 7);
        var fault = Assert.Single(response.GetProperty("errors").EnumerateArray());

        Assert.Equal("The operation took longer than 2 seconds. Nothing of this field was done.", fault.GetProperty("message").GetString());
        await using var db = workshop.Context();
        Assert.Equal((0, 0, 0), (await db.Jobs.CountAsync(), await db.History.CountAsync(), await db.Changes.CountAsync()));
        await SendAsync(workshop, new { title = "mill" });
        Assert.Equal(1, await db.Jobs.CountAsync());
    }

    [Fact]
    public async Task What_is_committed_is_answered_though_the_time_is_up_while_followers_are_waited_for()
    {
        var follower = new SlowFollower { Pause = Timeout.InfiniteTimeSpan };
        await using var workshop = await OpenAsync(
            services => services.AddSingleton(new ChangeFeedSettings { LongestWaitBeforeReply = TimeSpan.FromHours(1) }), TimeSpan.FromSeconds(5), follower);
        await workshop.FollowAsync();

        var answer = await SendAsync(workshop, new { title = "mill" });

        Assert.Equal("mill", answer.GetProperty("job").GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_context_that_is_given_back_in_the_middle_of_a_transaction_leaves_none_open()
    {
        await using var workshop = await OpenAsync();
        var abandoned = workshop.Context();
        await abandoned.Database.BeginTransactionAsync();
        abandoned.Add(Job.Opened("lost"));
        await abandoned.SaveChangesAsync();

        await abandoned.DisposeAsync();

        await SendAsync(workshop, new { title = "mill" });
        await using var db = workshop.Context();
        Assert.Null(db.Database.CurrentTransaction);
        Assert.Equal(["mill"], await db.Jobs.Select(job => job.Title).ToListAsync());
    }

    [Fact]
    public async Task A_repeated_key_has_one_effect_and_gets_the_same_answer_GI_13()
    {
        await using var workshop = await OpenAsync();

        var first = await SendAsync(workshop, new { title = "mill", idempotencyKey = "k" });
        var second = await SendAsync(workshop, new { title = "mill", idempotencyKey = "k" });

        Assert.Equal(first.ToString(), second.ToString());
        await using var db = workshop.Context();
        Assert.Equal((1, 1), (await db.Jobs.CountAsync(), await db.Changes.CountAsync()));
    }

    [Fact]
    public async Task A_repeated_key_gets_the_first_answer_whatever_became_of_the_thing_GI_13()
    {
        await using var workshop = await OpenAsync();
        const string all = "mutation($input: OpenJobInput!) { openJob(input: $input) { job { version title state price share due seen parts { name } } } }";
        var first = await ExecuteAsync(workshop, Mutation, new { input = new { title = "mill", idempotencyKey = "k" } }, 7, null);
        var firstInFull = await ExecuteAsync(workshop, all, new { input = new { title = "mill", idempotencyKey = "k" } }, 7, null);
        await using (var db = workshop.Context())
        {
            var job = await db.Jobs.Include(row => row.Parts).SingleAsync();
            job.Reprice(12.5m);
            job.Start();
            job.Seen.Add(JobState.Open);
            job.Parts.Single().Name = "axle";
            job.Parts.Add(new JobPart { Name = "belt" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(first.ToString(), (await ExecuteAsync(workshop, Mutation, new { input = new { title = "mill", idempotencyKey = "k" } }, 7, null)).ToString());
        Assert.Equal(firstInFull.ToString(), (await ExecuteAsync(workshop, all, new { input = new { title = "mill", idempotencyKey = "k" } }, 7, null)).ToString());
        Assert.Contains("wheel", firstInFull.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"Length":1}""")]
    public async Task An_answer_kept_by_another_build_is_given_as_the_thing_is_now(string? kept)
    {
        await using var workshop = await OpenAsync();
        await SendAsync(workshop, new { title = "mill", idempotencyKey = "k" });
        await using (var db = workshop.Context())
        {
            await db.Set<IdempotencyRecord>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Answer, kept));
            (await db.Jobs.SingleAsync()).Reprice(1);
            await db.SaveChangesAsync();
        }

        Assert.Equal(2, (await SendAsync(workshop, new { title = "mill", idempotencyKey = "k" })).GetProperty("job").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Keys_are_the_same_when_every_character_is_GI_13()
    {
        await using var workshop = await OpenAsync();

        foreach (var key in new[] { "abc", "ABC", "abc ", "ａｂｃ" })
        {
            var answer = await SendAsync(workshop, new { title = $"job {key}", idempotencyKey = key });
            Assert.Equal($"job {key}", answer.GetProperty("job").GetProperty("title").GetString());
        }

        await using var db = workshop.Context();
        Assert.Equal(4, await db.Jobs.CountAsync());
        Assert.All(await db.Set<IdempotencyRecord>().Select(row => row.Key).ToListAsync(), hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    [Fact]
    public async Task A_key_that_an_earlier_build_kept_as_it_was_is_known_GI_13()
    {
        await using var workshop = await OpenAsync();
        await SendAsync(workshop, new { title = "mill", idempotencyKey = "k" });
        await using var db = workshop.Context();
        await db.Set<IdempotencyRecord>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Key, "k").SetProperty(row => row.Answer, (string?)null));

        Assert.Equal(1, (await SendAsync(workshop, new { title = "mill", idempotencyKey = "k" })).GetProperty("job").GetProperty("number").GetInt32());
        Assert.Equal(1, await db.Jobs.CountAsync());
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("clash")]
    public async Task A_refusal_waits_for_no_change_because_there_is_none(string title)
    {
        var follower = new SlowFollower { Pause = Timeout.InfiniteTimeSpan };
        await using var workshop = await OpenAsync(
            services => services.AddSingleton(new ChangeFeedSettings { LongestWaitBeforeReply = TimeSpan.FromHours(1) }), follower);
        await using (var db = workshop.Context())
        {
            db.Add(Job.Opened("clash"));
            await db.SaveChangesAsync();
        }
        await workshop.FollowAsync();

        var answer = await SendAsync(workshop, new { title }).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, answer.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_repeated_answer_has_its_parts_GI_13()
    {
        await using var workshop = await OpenAsync();
        const string withParts = "mutation($input: OpenJobInput!) { openJob(input: $input) { job { parts { name } } } }";

        var first = await ExecuteAsync(workshop, withParts, new { input = new { title = "mill", idempotencyKey = "k" } }, 7, null);
        var second = await ExecuteAsync(workshop, withParts, new { input = new { title = "mill", idempotencyKey = "k" } }, 7, null);

        Assert.Equal("""{"data":{"openJob":{"job":{"parts":[{"name":"wheel"}]}}}}""", first.ToString());
        Assert.Equal(first.ToString(), second.ToString());
    }

    [Fact]
    public async Task A_key_in_the_header_counts_like_one_in_the_input_GI_13()
    {
        await using var workshop = await OpenAsync();

        await SendAsync(workshop, new { title = "mill" }, header: "k");
        var second = await SendAsync(workshop, new { title = "mill" }, header: "k");

        Assert.Equal(1, second.GetProperty("job").GetProperty("number").GetInt32());
        await using var db = workshop.Context();
        Assert.Equal(1, await db.Jobs.CountAsync());
    }

    [Fact]
    public async Task A_key_used_with_another_input_is_refused_GI_13()
    {
        await using var workshop = await OpenAsync();
        await SendAsync(workshop, new { title = "mill", idempotencyKey = "k" });

        var answer = await SendAsync(workshop, new { title = "lathe", idempotencyKey = "k" });

        Assert.Equal("IdempotencyKeyReused", answer.GetProperty("errors")[0].GetProperty("__typename").GetString());
        await using var db = workshop.Context();
        Assert.Equal(1, await db.Jobs.CountAsync());
    }

    [Fact]
    public async Task A_key_in_the_header_is_the_requests_whose_fields_are_told_apart_by_what_it_calls_them_GI_13()
    {
        await using var workshop = await OpenAsync();
        const string two =
            "mutation($a: OpenJobInput!, $b: OpenJobInput!) { a: openJob(input: $a) { job { title } errors { __typename } } b: openJob(input: $b) { job { title } errors { __typename } } }";
        var variables = new { a = new { title = "mill" }, b = new { title = "lathe" } };

        var first = await ExecuteAsync(workshop, two, variables, 7, "k");
        var second = await ExecuteAsync(workshop, two, variables, 7, "k");

        Assert.Equal("""{"data":{"a":{"job":{"title":"mill"},"errors":null},"b":{"job":{"title":"lathe"},"errors":null}}}""", first.ToString());
        Assert.Equal(first.ToString(), second.ToString());
        await using var db = workshop.Context();
        Assert.Equal(2, await db.Jobs.CountAsync());
    }

    [Fact]
    public async Task Keys_of_different_accounts_have_nothing_to_do_with_each_other()
    {
        await using var workshop = await OpenAsync();

        await SendAsync(workshop, new { title = "mill", idempotencyKey = "k" }, accountId: 7);
        var other = await SendAsync(workshop, new { title = "lathe", idempotencyKey = "k" }, accountId: 8);

        Assert.Equal("lathe", other.GetProperty("job").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Of_parallel_calls_with_one_key_one_takes_effect_GI_13()
    {
        await using var workshop = await OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(workshop, new { title = "mill", idempotencyKey = "k" })));

        Assert.All(answers, answer => Assert.Equal(1, answer.GetProperty("job").GetProperty("number").GetInt32()));
        await using var db = workshop.Context();
        Assert.Equal(1, await db.Jobs.CountAsync());
    }

    [Fact]
    public async Task A_refused_call_does_not_use_its_key_up()
    {
        await using var workshop = await OpenAsync();
        await SendAsync(workshop, new { title = "refused", idempotencyKey = "k" });

        var answer = await SendAsync(workshop, new { title = "mill", idempotencyKey = "k" });

        Assert.Equal(1, answer.GetProperty("job").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task A_mutation_may_manage_its_transactions_itself()
    {
        await using var workshop = await OpenAsync();

        var response = await ExecuteAsync(workshop, "mutation { isInTransaction { boolean } }", null, 7, null);

        Assert.False(response.GetProperty("data").GetProperty("isInTransaction").GetProperty("boolean").GetBoolean());
    }

    private static Task<Workshop> OpenAsync(params IChangeFeedConsumer[] consumers) => OpenAsync(_ => { }, consumers);

    private static Task<Workshop> OpenAsync(Action<IServiceCollection> configure, params IChangeFeedConsumer[] consumers) => OpenAsync(configure, TimeSpan.FromMinutes(2), consumers);

    private static Task<Workshop> OpenAsync(Action<IServiceCollection> configure, TimeSpan timeout, params IChangeFeedConsumer[] consumers) => Workshop.OpenAsync(services =>
    {
        configure(services);
        services.AddScoped<Sender>();
        services.AddScoped(scope => scope.GetRequiredService<Sender>().Actor);
        services.AddGraphQLServer()
            .AddTypes(typeof(JobQueries), typeof(JobMutations))
            .AddErrorInterfaceType<Refusal>()
            .AddMutationConventions(conventions =>
            {
                conventions.CommonErrors.Add(typeof(NotFound));
                conventions.CommonErrors.Add(typeof(ChangedMeanwhile));
                conventions.CommonErrors.Add(typeof(IdempotencyKeyReused));
            })
            .UseMutationMiddleware(MutationTransaction.RunAsync)
            .ModifyRequestOptions(requests => requests.Timeout = timeout);
    }, consumers);

    private static async Task<JsonElement> SendAsync(Workshop workshop, object input, long accountId = 7, string? header = null)
    {
        var response = await ExecuteAsync(workshop, Mutation, new { input }, accountId, header);
        Assert.False(response.TryGetProperty("errors", out var faults), faults.ToString());
        return response.GetProperty("data").GetProperty("openJob");
    }

    private static Task<JsonElement> ExecuteAsync(Workshop workshop, object input, long accountId) => ExecuteAsync(workshop, Mutation, new { input }, accountId, null);

    private static async Task<JsonElement> ExecuteAsync(Workshop workshop, string document, object? variables, long accountId, string? header)
    {
        await using var scope = workshop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Sender>().Actor = new Actor(accountId, null, "test") { IdempotencyKey = header };
        var request = OperationRequest.FromText(document, variables is null ? null : JsonSerializer.Serialize(variables), services: scope.ServiceProvider);
        await using var result = (OperationResult)await workshop.Services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request);
        return JsonSerializer.Deserialize<JsonElement>(result.ToJson());
    }

    private sealed class Sender
    {
        public Actor Actor { get; set; } = Actor.System;
    }

    private sealed class SlowFollower : IChangeFeedConsumer
    {
        public List<long> Followed { get; } = [];

        public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(50);

        public string Name => "slow";

        public bool CatchUpBeforeReply => true;

        public async Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
        {
            await Task.Delay(Pause, ct);
            Followed.AddRange(changes.Select(change => change.Id));
        }
    }
}

/// <summary>What to open.</summary>
public sealed record OpenJobInput(string Title, string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>A query, because a schema has one.</summary>
[QueryType]
public static class JobQueries
{
    /// <summary>Whether it works.</summary>
    public static bool Works() => true;
}

/// <summary>Mutations that end in every way a mutation can end.</summary>
[MutationType]
public static class JobMutations
{
    /// <summary>Opens a job, unless its title says otherwise.</summary>
    public static async Task<FieldResult<Job>> OpenJobAsync(OpenJobInput input, MarketplaceDbContext db, CancellationToken ct)
    {
        var job = Job.Opened(input.Title);
        job.Parts.Add(new JobPart { Name = "wheel" });
        db.Add(job);
        if (input.Title == "stale")
        {
            var other = await db.Set<Job>().SingleAsync(ct);
            await db.Database.ExecuteSqlRawAsync("UPDATE Jobs SET Version = Version + 1", ct);
            other.Reprice(1);
        }
        await db.SaveChangesAsync(ct);
        if (input.Title == "endless")
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        return input.Title switch
        {
            "refused" => new FieldResult<Job>(new NotFound("Job")),
            "fault" => throw new InvalidOperationException("A fault."),
            _ => job,
        };
    }

    /// <summary>Whether a transaction was opened for it.</summary>
    [WithoutWriteTransaction]
    public static bool IsInTransaction(MarketplaceDbContext db) => db.Database.CurrentTransaction is not null;
}
