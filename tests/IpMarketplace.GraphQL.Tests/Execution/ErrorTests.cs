using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

public sealed class ErrorTests
{
    private const string Sdl = "type Query { secret: String told: String reported: String! partly: String ok: String numbers: [Int!] }";

    [Fact]
    public async Task An_unexpected_exception_is_masked_and_has_an_id()
    {
        await using var engine = Engine(new ExecutionOptions());
        var response = await engine.AskAsync("{ ok secret }");
        Assert.Matches("""^\{"errors":\[\{"message":"Unexpected Execution Error\.","locations":\[\{"line":1,"column":6\}\],"path":\["secret"\],"extensions":\{"code":"UNEXPECTED_ERROR","id":"[0-9a-f]{32}"\}\}\],"data":\{"ok":"ok","secret":null\}\}$""", response);
    }

    [Fact]
    public async Task An_extension_that_JSON_cannot_say_costs_no_more_than_itself()
    {
        var schema = SchemaBuilder.FromSdl("type Query { ok: String told: String }")
            .AddResolver("Query", "ok", (IResolverContext _) => "ok")
            .AddResolver("Query", "told", new PureFieldDelegate(_ => throw new GraphQLException(ErrorBuilder.New().SetMessage("told").SetExtension("ratio", double.NaN).SetExtension("of", 2).Build())));
        await using var engine = TestEngine.Of(schema);
        Assert.Equal(
            """{"errors":[{"message":"told","locations":[{"line":1,"column":6}],"path":["told"],"extensions":{"ratio":null,"of":2}}],"data":{"ok":"ok","told":null}}""",
            await engine.AskAsync("{ ok told }"));
    }

    [Fact]
    public async Task An_unexpected_exception_is_shown_where_details_are_wanted()
    {
        await using var engine = Engine(new ExecutionOptions { IncludeExceptionDetails = true });
        Assert.Contains("password=1234", await engine.AskAsync("{ secret }"));
    }

    [Fact]
    public async Task What_a_GraphQLException_says_is_shown()
    {
        await using var engine = Engine(new ExecutionOptions());
        Assert.Equal(
            """{"errors":[{"message":"no","locations":[{"line":1,"column":3}],"path":["told"],"extensions":{"code":"X","left":2}}],"data":{"told":null}}""",
            await engine.AskAsync("{ told }"));
    }

    [Fact]
    public async Task A_reported_error_stands_beside_the_value_and_alone_for_its_null()
    {
        await using var engine = Engine(new ExecutionOptions());
        Assert.Equal(
            """{"errors":[{"message":"half","locations":[{"line":1,"column":3}],"path":["partly"]}],"data":{"partly":"value"}}""",
            await engine.AskAsync("{ partly }"));
        Assert.Equal(
            """{"errors":[{"message":"gone","locations":[{"line":1,"column":3}],"path":["reported"]}],"data":null}""",
            await engine.AskAsync("{ reported }"));
    }

    [Fact]
    public async Task Filters_see_every_error_in_turn()
    {
        await using var engine = Engine(new ExecutionOptions(), services => services.AddSingleton<IErrorFilter>(new Appending("!")).AddSingleton<IErrorFilter>(new Appending("?")));
        Assert.Contains("\"message\":\"no!?\"", await engine.AskAsync("{ told }"));
        Assert.Contains("!?\"", await engine.AskAsync("{ unknown }"));
    }

    [Fact]
    public async Task A_sequence_that_fails_while_it_is_read_fails_the_list()
    {
        await using var engine = Engine(new ExecutionOptions());
        Assert.Equal(
            """{"errors":[{"message":"third","locations":[{"line":1,"column":3}],"path":["numbers"]}],"data":{"numbers":null}}""",
            await engine.AskAsync("{ numbers }"));
    }

    private static TestEngine Engine(ExecutionOptions options, Action<IServiceCollection>? configure = null) => TestEngine.Of(
        SchemaBuilder.FromSdl(Sdl)
            .AddResolver("Query", "ok", (IResolverContext _) => "ok")
            .AddResolver("Query", "secret", new PureFieldDelegate(_ => throw new InvalidOperationException("password=1234")))
            .AddResolver("Query", "told", new PureFieldDelegate(_ => throw new GraphQLException(ErrorBuilder.New().SetMessage("no").SetCode("X").SetExtension("left", 2).Build())))
            .AddResolver("Query", "partly", context => Reporting(context, "half", "value"))
            .AddResolver("Query", "reported", async context =>
            {
                await Task.Yield();
                context.ReportError("gone");
                return null;
            })
            .AddResolver("Query", "numbers", (IResolverContext _) => FieldValue.From(Numbers())),
        options, configure);

    private static FieldValue Reporting(IResolverContext context, string message, string value)
    {
        context.ReportError(message);
        return value;
    }

    private static IEnumerable<int> Numbers()
    {
        yield return 1;
        yield return 2;
        throw new GraphQLException("third");
    }

    private sealed class Appending(string text) : IErrorFilter
    {
        public IError OnError(IError error) => error.WithMessage(error.Message + text);
    }
}
