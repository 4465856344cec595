using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Planning;

/// <summary>What operations are estimated to cost: weights of fields, one for each object, times the lists around.</summary>
public sealed class CostCalculatorTests
{
    private static readonly ExecutionInstruments Instruments = new(TimeProvider.System);
    private static readonly ServiceProvider Services = Server(new RequestLimits { MaxCost = 1_000 });

    [Theory]
    [InlineData("{ free }", 0)]
    [InlineData("{ waits }", 10)]
    [InlineData("{ dear }", 70)]
    [InlineData("{ a: dear b: dear }", 140)]
    [InlineData("{ dear dear ...F } fragment F on Query { dear }", 70)]
    [InlineData("{ dear @skip(if: true) waits @include(if: true) }", 10)]
    [InlineData("{ book { title } }", 1)]
    [InlineData("{ book { review } }", 11)]
    [InlineData("{ shelf { title } }", 10)]
    [InlineData("{ shelf { review similar { title } } }", 10 * (1 + 10 + 10))]
    [InlineData("{ top { title } }", 5)]
    [InlineData("{ top(count: 7) { review } }", 7 * 11)]
    [InlineData("{ top(count: 0) { review } }", 0)]
    [InlineData("{ top(count: -5) { review } }", 0)]
    [InlineData("{ either(these: [1, 2, 3]) { title } }", 3)]
    [InlineData("{ either(count: 4, these: [1, 2, 3]) { title } }", 4)]
    [InlineData("{ either { title } }", 50)]
    [InlineData("{ books { nodes { title } } }", 10 + 1 + 20)]
    [InlineData("{ books(first: 3) { nodes { title } edges { cursor node { review } } pageInfo { endCursor } } }", 10 + 1 + 3 + (3 * (1 + 1 + 10)) + 1)]
    [InlineData("{ books(last: 50) { nodes { review similar { title } } } }", 10 + 1 + (50 * (1 + 10 + 10)))]
    [InlineData("{ __typename __schema { types { name fields { name } } } }", 0)]
    [InlineData("{ anything { __typename } }", 1)]
    [InlineData("{ anything { ... on Book { review title } ... on Author { bio } } }", 1 + 10)]
    [InlineData("{ anything { ... on Named { name } ... on Author { bio works { title } } ... on Book { review } } }", 1 + 4 + 13)]
    [InlineData("{ named { name } }", 1 + 4)]
    [InlineData("{ named { ... on Book { name } } }", 1)]
    public void Costs_of_operations_without_variables_are_known_when_planned(string document, double cost)
    {
        var operation = Plan(document);

        Assert.Equal(cost, operation.Cost.Evaluate(VariableValues.None));
        Assert.Equal("Constant", operation.Cost.GetType().Name);
    }

    [Theory]
    [InlineData("""{ "n": 30 }""", 10 + 1 + (30 * 11))]
    [InlineData("""{ "n": null }""", 10 + 1 + (20 * 11))]
    [InlineData("{}", 10 + 1 + (20 * 11))]
    [InlineData("""{ "n": 30, "m": 31 }""", 10 + 1 + (31 * 11))]
    public void Sizes_may_come_from_variables(string variables, double cost) =>
        Assert.Equal(cost, CostOf("query($n: Int, $m: Int) { books(first: $n, last: $m) { nodes { review } } }", variables));

    [Theory]
    [InlineData("query($n: Int = 8) { top(count: $n) { title } }", "{}", 8)]
    [InlineData("query($t: [Int!]) { either(these: $t) { title } }", """{ "t": [1, 2] }""", 2)]
    [InlineData("query($n: Int, $t: [Int!]) { either(count: $n, these: $t) { title } }", """{ "n": 1, "t": [1, 2] }""", 2)]
    [InlineData("query($n: Int!) { top(count: $n) { a: similar { title } b: similar { title } } }", """{ "n": 3 }""", 3 * (1 + 20))]
    [InlineData("query($n: Int!) { anything { ... on Book { similar { title } } ... on Author { works(count: $n) { title } } } }", """{ "n": 2 }""", 1 + 10)]
    [InlineData("query($n: Int!) { anything { ... on Book { similar { title } } ... on Author { works(count: $n) { title } } } }", """{ "n": 40 }""", 1 + 40)]
    public void Lists_are_as_long_as_variables_say(string document, string variables, double cost) => Assert.Equal(cost, CostOf(document, variables));

    [Theory]
    [InlineData("{ books { nodes { review } } }", "{}")]
    [InlineData("query($n: Int) { books(first: $n) { nodes { review similar { title } } } }", """{ "n": 30 }""")]
    public void Estimating_allocates_nothing(string document, string variables)
    {
        var plan = Plan(document);
        var values = VariableReader.Read(plan, System.Text.Encoding.UTF8.GetBytes(variables), files: null, ValidationOptions.Default);
        plan.Cost.Evaluate(values);

        var before = GC.GetAllocatedBytesForCurrentThread();
        plan.Cost.Evaluate(values);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("{ books(first: 47) { nodes { review similar { title } } } }", "{}", 998)]
    [InlineData("query($n: Int) { books(first: $n) { nodes { review similar { title } } } }", """{ "n": 47 }""", 998)]
    public async Task What_costs_more_than_the_limit_is_refused_with_both_numbers(string document, string variables, int cost)
    {
        Assert.DoesNotContain("COST", await AskAsync(document, variables), StringComparison.Ordinal);
        var more = await AskAsync(document.Replace("47", "48", StringComparison.Ordinal), variables.Replace("47", "48", StringComparison.Ordinal));

        Assert.Equal(
            $$$"""{"errors":[{"message":"The operation is estimated to cost {{{cost + 21}}}; at most 1000 is allowed. Ask for smaller pages, or for less on each item.","extensions":{"code":"COST_LIMIT_EXCEEDED","cost":{{{cost + 21}}},"limit":1000}}]}""",
            more);
    }

    [Fact]
    public async Task Lists_in_lists_multiply_beyond_any_number()
    {
        var document = string.Concat(Enumerable.Repeat("{ similar", 18)) + " { title }" + new string('}', 18);

        Assert.Contains("\"code\":\"COST_LIMIT_EXCEEDED\",\"cost\":1000000000000000", await AskAsync("{ book " + document + "}", "{}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ one(first: 1) { title } }", true)]
    [InlineData("{ one(last: 1, first: null) { title } }", true)]
    [InlineData("{ one { title } }", false)]
    [InlineData("{ one(first: 1, last: 1) { title } }", false)]
    public void Exactly_one_slicing_argument_must_be_given_where_the_list_says_so(string document, bool valid)
    {
        var errors = new DocumentValidator(Services.GetRequiredService<Schema>()).Validate(Utf8GraphQLParser.Parse(document));

        Assert.Equal(valid ? [] : ["Field \"one\" takes exactly one of the arguments first, last."], errors.Select(error => error.Message));
    }

    private static double CostOf(string document, string variables)
    {
        var plan = Plan(document);
        return plan.Cost.Evaluate(VariableReader.Read(plan, System.Text.Encoding.UTF8.GetBytes(variables), files: null, ValidationOptions.Default));
    }

    private static Operation Plan(string document) =>
        new CachedDocument(Services.GetRequiredService<Schema>(), new ExclusiveServices([]), Instruments, Utf8GraphQLParser.Parse(document), default).GetPlan(null);

    private static async Task<string> AskAsync(string document, string variables)
    {
        await using var result = await Services.GetRequiredService<IRequestExecutor>().ExecuteAsync(OperationRequest.FromText(document, variables));
        return ((OperationResult)result).ToJson();
    }

    private static ServiceProvider Server(RequestLimits limits)
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddTypes(typeof(Queries), typeof(Book), typeof(Author), typeof(AuthorNode), typeof(INamed), typeof(IAnything))
            .ModifyRequestOptions(requests => requests.Validation = new ValidationOptions { Limits = limits });
        return services.BuildServiceProvider();
    }
}
