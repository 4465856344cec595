using System.Security.Claims;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.Tests.Building.Library;
using IpMarketplace.GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Building;

/// <summary>What the bookshop has no use for: further names, as HotChocolate's users know them.</summary>
public sealed class LibraryTests : IAsyncDisposable
{
    private readonly Batches _batches = new();
    private readonly ServiceProvider _services;

    public LibraryTests()
    {
        var services = new ServiceCollection()
            .AddSingleton(_batches)
            .AddSingleton(new Greeter("Good day"))
            .AddKeyedSingleton("formal", new Greeter("esteemed reader"))
            .AddSingleton<IAuthorizationHandler, ByRole>();
        services.AddGraphQLServer()
            .AddTypes(typeof(VolumeNode), typeof(LentNode), typeof(ReaderNode), typeof(LibraryQueries), typeof(LibraryMutations), typeof(LibrarySubscriptions))
            .AddMutationConventions()
            .AddGlobalObjectIdentification();
        _services = services.BuildServiceProvider();
    }

    private Schema Schema => _services.GetRequiredService<Schema>();

    [Fact]
    public async Task A_data_loader_is_a_parameter_and_asks_once_for_all_objects_of_a_list()
    {
        Assert.Equal(
            """{"data":{"volumes":[{"holder":{"name":"R1"},"waiting":[]},{"holder":null,"waiting":[{"name":"W2"}]},{"holder":{"name":"R3"},"waiting":[{"name":"W3"},{"name":"W3"}]}]}}""",
            await AskAsync("{ volumes(first: 3) { holder { name } waiting { name } } }"));

        Assert.Equal(["holders 1,2,3", "waiting 1,2,3"], _batches.Seen.Order());
    }

    [Fact]
    public async Task Services_are_injected_by_type_and_by_key() => Assert.Equal(
        """{"data":{"volumes":[{"holder":{"greeting":"Good day R1, esteemed reader"}}]}}""",
        await AskAsync("{ volumes(first: 1) { holder { greeting } } }"));

    [Fact]
    public async Task An_extended_interface_gives_its_fields_to_every_implementation() => Assert.Equal(
        """{"data":{"lent":{"__typename":"LentVolume","label":"S9"},"volumes":[{"label":"S1"}]}}""",
        await AskAsync("{ lent { __typename label } volumes(first: 1) { label } }"));

    [Fact]
    public void Names_and_descriptions_are_those_that_attributes_give()
    {
        Assert.True(Schema.TryGetType<ObjectType>("LentVolume", out var volume));
        Assert.Equal("A volume of the library.", volume.Description);
        Assert.True(Schema.TryGetType<EnumType>("LoanStatus", out var status));
        Assert.Equal(["OPEN", "OVER"], status.Values.Select(value => value.Name));
        Assert.Equal("The day has passed.", status.Values[1].Description);
        Assert.True(Schema.TryGetType<InterfaceType>("ILent", out var lent));
        Assert.Equal("What can be lent.", lent.Description);
        Assert.True(Schema.TryGetType<InputObjectType>("Place", out var place));
        Assert.Equal(["shelf: Int!", "room: String = null", "height: Float! = 1.5"], place.Fields.Select(field => $"{field.Name}: {field.Type}{(field.DefaultLiteral is { } literal ? $" = {literal}" : "")}"));
        Assert.Equal("In centimetres.", place.Fields[2].Description);
    }

    [Fact]
    public async Task Inputs_have_the_defaults_that_attributes_and_constructors_give() => Assert.Equal(
        """{"data":{"look":"3 nowhere 1.5","missing":"null","loan":"OVER"}}""",
        await AskAsync("{ look(place: { shelf: 3 }) missing loan(as: OVER) }"));

    [Fact]
    public void A_declared_scalar_keeps_the_nulls_of_its_member()
    {
        Assert.True(Schema.TryGetType<ObjectType>("LentVolume", out var volume) && volume.TryGetField("pages", out _));
        volume.TryGetField("pages", out var pages);
        Assert.Equal("Long!", pages!.Type.ToString());
    }

    [Fact]
    public void Cost_and_list_sizes_are_on_the_fields()
    {
        Assert.True(Schema.TryGetType<ObjectType>("LentVolume", out var volume) && volume.TryGetField("waiting", out _));
        volume.TryGetField("title", out var title);
        volume.TryGetField("waiting", out var waiting);
        Schema.QueryType.TryGetField("volumes", out var volumes);

        Assert.Equal(3, title!.Cost);
        Assert.Equal(7, waiting!.ListSize!.AssumedSize);
        Assert.Equal(5, volumes!.ListSize!.AssumedSize);
        Assert.Equal("first", Assert.Single(volumes.ListSize.SlicingArguments));
        Assert.Equal("nodes", Assert.Single(volumes.ListSize.SizedFields));
        Assert.True(volumes.ListSize.RequireOneSlicingArgument);
    }

    [Theory]
    [InlineData("librarian", """{"data":{"keys":"under the mat"}}""")]
    [InlineData("director", """{"data":{"keys":"under the mat"}}""")]
    public async Task Any_of_the_roles_opens_a_field(string role, string answer) => Assert.Equal(answer, await AskAsync("{ keys }", role: role));

    [Fact]
    public async Task No_role_of_them_opens_nothing() => Assert.Contains("\"AUTH_NOT_AUTHORIZED\"", await AskAsync("{ keys }", role: "reader"), StringComparison.Ordinal);

    [Theory]
    [InlineData("message", """[{"message":"Closed.","path":["fail"],"locations":[{"line":1,"column":3}]}]""")]
    [InlineData("built", """[{"message":"Closed on {day}.","path":["fail"],"locations":[{"line":1,"column":3}],"extensions":{"code":"CLOSED","day":"Sunday"}}]""")]
    [InlineData("two", """[{"message":"One.","path":["fail"],"locations":[{"line":1,"column":3}]},{"message":"Two.","path":["fail"],"locations":[{"line":1,"column":3}]}]""")]
    public async Task What_a_GraphQLException_says_is_answered_with_path_and_place(string how, string errors)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(await AskAsync($$"""{ fail(how: "{{how}}") }"""));
        using var expected = System.Text.Json.JsonDocument.Parse(errors);

        Assert.True(System.Text.Json.JsonElement.DeepEquals(expected.RootElement, answer.RootElement.GetProperty("errors")), answer.RootElement.ToString());
    }

    [Fact]
    public async Task What_any_other_exception_says_is_not() => Assert.DoesNotContain("secret", await AskAsync("""{ fail(how: "") }"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("uuid", "UUID!", "\"0b1e6f8a-5c1d-4b7e-9f0a-2d3c4b5a6978\"")]
    [InlineData("instant", "DateTime!", "\"2026-05-31T16:30:00.25+08:00\"")]
    [InlineData("day", "LocalDate!", "\"2026-05-31\"")]
    [InlineData("money", "Decimal!", "12.50")]
    [InlineData("count", "Long!", "9223372036854775807")]
    [InlineData("address", "URL!", "\"https://example.org/a\"")]
    [InlineData("anything", "Any!", """{"a":[1,2.5,"x",null],"b":true}""")]
    public async Task A_scalar_of_CSharp_goes_in_by_a_variable_and_comes_out_the_same(string field, string type, string value)
    {
        Assert.True(Schema.QueryType.TryGetField(field, out var definition));
        Assert.Equal(type, definition.Type.ToString());
        Assert.Equal(type, definition.Arguments[0].Type.ToString());

        Assert.Equal($$$"""{"data":{"{{{field}}}":{{{value}}}}}""", await AskAsync($"query($value: {type}) {{ {field}(value: $value) }}", $$"""{ "value": {{value}} }"""));
    }

    [Fact]
    public async Task A_file_comes_only_by_an_upload()
    {
        Schema.QueryType.TryGetField("nameOf", out var field);
        Assert.Equal("Upload", field!.Arguments[0].Type.ToString());

        Assert.Equal("""{"data":{"nameOf":null}}""", await AskAsync("{ nameOf }"));
        Assert.Contains("Upload takes a file", await AskAsync("""{ nameOf(file: "x") }"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, """{"lentVolume":{"title":"V1"},"errors":null}""")]
    [InlineData(2, """{"lentVolume":null,"errors":[{"__typename":"IsLent","message":"It is lent."}]}""")]
    [InlineData(3, """{"lentVolume":null,"errors":[{"__typename":"IsLost","message":"Nobody finds it on shelf 7."}]}""")]
    public async Task A_mutation_answers_with_its_result_its_typed_error_or_what_an_exception_is_made_into(int volume, string payload) => Assert.Equal(
        $$$"""{"data":{"lend":{{{payload}}}}}""",
        await AskAsync($$"""mutation { lend(input: { volume: {{volume}} }) { lentVolume { title } errors { __typename ... on Error { message } } } }"""));

    [Fact]
    public async Task A_mutation_sends_and_subscriptions_receive_by_the_name_of_the_method_and_by_an_argument()
    {
        await using var all = (ResponseStream)await ExecuteAsync("subscription { volumeLent { title } }");
        await using var one = (ResponseStream)await ExecuteAsync("""subscription { lentFrom(topic: "shelf-1") }""");
        await using var other = (ResponseStream)await ExecuteAsync("""subscription { lentFrom(topic: "shelf-2") }""");
        await AskAsync("mutation { lend(input: { volume: 1 }) { lentVolume { title } } }");
        var sender = _services.GetRequiredService<ITopicEventSender>();
        foreach (var topic in new[] { "VolumeLent", "shelf-1", "shelf-2" })
        {
            await sender.CompleteAsync(topic);
        }

        Assert.Equal(["""{"data":{"volumeLent":{"title":"V1"}}}"""], await ReadAsync(all));
        Assert.Equal(["""{"data":{"lentFrom":"shelf-1: V1"}}"""], await ReadAsync(one));
        Assert.Empty(await ReadAsync(other));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<string> AskAsync(string document, string? variables = null, string role = "reader")
    {
        await using var result = await ExecuteAsync(document, variables, role);
        return ((OperationResult)result).ToJson();
    }

    private ValueTask<IExecutionResult> ExecuteAsync(string document, string? variables = null, string role = "reader")
    {
        var text = OperationRequest.FromText(document, variables);
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test"));
        return _services.GetRequiredService<IRequestExecutor>().ExecuteAsync(new OperationRequest { Document = text.Document, Variables = text.Variables, User = user });
    }

    private static async Task<List<string>> ReadAsync(ResponseStream stream)
    {
        var responses = new List<string>();
        await foreach (var response in stream.ReadResultsAsync())
        {
            responses.Add(response.ToJson());
            await response.DisposeAsync();
        }
        return responses;
    }

    private sealed class ByRole : IAuthorizationHandler
    {
        public ValueTask<AuthorizationDecision> AuthorizeAsync(
            ClaimsPrincipal user, string? policy, IReadOnlyList<string> roles, IServiceProvider services, CancellationToken ct) =>
            new(roles.Any(user.IsInRole) ? AuthorizationDecision.Allowed : AuthorizationDecision.NotAllowed);
    }
}
