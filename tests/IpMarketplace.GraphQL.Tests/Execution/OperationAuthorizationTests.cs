using System.Security.Claims;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

/// <summary>Requirements are checked before any resolver of the operation runs.</summary>
public sealed class OperationAuthorizationTests
{
    private readonly Ledger _ledger = new();

    [Fact]
    public async Task Nobody_is_told_to_sign_in_and_nothing_runs()
    {
        Assert.Equal(
            """{"errors":[{"message":"Sign in to use this field.","locations":[{"line":1,"column":10}],"path":["secret"],"extensions":{"code":"AUTH_NOT_AUTHENTICATED"}}],"data":null}""",
            await AskAsync("{ public secret }"));
        Assert.Empty(_ledger.Entries);
    }

    [Fact]
    public async Task Who_lacks_the_policy_is_refused_and_nothing_runs()
    {
        Assert.Equal(
            """{"errors":[{"message":"You are not allowed to use this field.","locations":[{"line":1,"column":22}],"path":["write","total"],"extensions":{"code":"AUTH_NOT_AUTHORIZED"}}],"data":null}""",
            await AskAsync("mutation { write { n total } }", SignedIn("reader")));
        Assert.Empty(_ledger.Entries);
    }

    [Fact]
    public async Task Who_fulfils_the_policy_is_served()
    {
        Assert.Equal("""{"data":{"write":{"n":1,"total":9}}}""", await AskAsync("mutation { write { n total } }", SignedIn("auditor")));
        Assert.Equal(["write"], _ledger.Entries);
    }

    [Fact]
    public async Task A_field_that_is_left_out_needs_nothing()
    {
        const string Query = "query($s: Boolean!) { public ...S @include(if: $s) } fragment S on Query { secret }";
        Assert.Equal("""{"data":{"public":"open"}}""", await AskAsync(Query, variables: """{"s":false}"""));
        Assert.Contains("AUTH_NOT_AUTHENTICATED", await AskAsync(Query, variables: """{"s":true}"""));
    }

    [Fact]
    public async Task A_field_that_allows_anonymous_is_for_everybody_though_its_type_is_not()
    {
        Assert.Equal("""{"data":{"audit":{"title":"t"}}}""", await AskAsync("{ audit { title } }"));
        Assert.Contains("\"path\":[\"audit\",\"figures\"]", await AskAsync("{ audit { title figures } }"));
    }

    private static ClaimsPrincipal SignedIn(string role) => new(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test"));

    private async Task<string> AskAsync(string document, ClaimsPrincipal? user = null, string? variables = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ledger).AddSingleton<IAuthorizationHandler, AuditorsOnly>();
        services.AddGraphQLServer().AddTypes(typeof(GuardedQueries), typeof(GuardedMutations), typeof(Audit), typeof(Written)).AddMutationConventions();
        await using var provider = services.BuildServiceProvider();
        await using var engine = new TestEngine(provider);
        return await engine.AskAsync(document, variables, user);
    }

    private sealed class AuditorsOnly : IAuthorizationHandler
    {
        public ValueTask<AuthorizationDecision> AuthorizeAsync(ClaimsPrincipal user, string? policy, IReadOnlyList<string> roles, IServiceProvider services, CancellationToken ct) =>
            ValueTask.FromResult(policy == "Audit" && user.IsInRole("auditor") ? AuthorizationDecision.Allowed : AuthorizationDecision.NotAllowed);
    }
}

public sealed class Ledger
{
    public List<string> Entries { get; } = [];
}

[QueryType]
public static class GuardedQueries
{
    public static string Public(Ledger ledger)
    {
        ledger.Entries.Add("public");
        return "open";
    }

    [Authorize]
    public static string Secret(Ledger ledger)
    {
        ledger.Entries.Add("secret");
        return "closed";
    }

    [AllowAnonymous]
    public static Audit GetAudit() => new();
}

[MutationType]
public static class GuardedMutations
{
    [UseMutationConvention(Disable = true)]
    public static Written Write(Ledger ledger)
    {
        ledger.Entries.Add("write");
        return new Written();
    }
}

[ObjectType]
public sealed class Written
{
    public int N { get; } = 1;

    [Authorize("Audit")]
    public int Total { get; } = 9;
}

[ObjectType]
[Authorize("Audit")]
public sealed class Audit
{
    [AllowAnonymous]
    public string Title { get; } = "t";

    public string Figures { get; } = "f";
}
