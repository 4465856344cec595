using System.Text.Json;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using IpMarketplace.GraphQL.TypeSystem.Sdl;

namespace IpMarketplace.GraphQL.Tests.TypeSystem;

/// <summary>Variables and arguments (spec 6.1.2, 6.4.1): every problem is found and has its place.</summary>
public sealed class InputCoercionTests
{
    private static readonly Schema Schema = SchemaBuilder.FromSdl("""
        type Query { f(i: Terms = { rate: 1 }, n: [[Int!]!]): Int }
        input Terms { rate: Float!, kind: Kind = FREE, tags: [String!], next: Terms, pick: Pick }
        input Pick @oneOf { a: Int, b: String }
        enum Kind { FREE PAID }
        """).Build();

    [Fact]
    public void Every_problem_of_every_variable_is_told_with_its_place()
    {
        var problems = Variables(
            "query($t: Terms!, $n: [Int!]!, $k: Kind!, $m: Int!) { f }",
            """{ "t": { "rate": "x", "colour": 1, "tags": ["a", null], "next": {} }, "n": [1, "2"], "k": "LENT" }""",
            out _);

        Assert.Equal(
            [
                "$t.rate: Float takes a finite number, not \"x\".",
                "$t: Terms has no field colour. It has rate, kind, tags, next, pick.",
                "$t.tags[1]: A value of type String! must not be null.",
                "$t.next.rate: A value of type Float! is required, but none was given.",
                "$n[1]: Int takes a whole number of 32 bits, not \"2\".",
                "$k: Kind has no value LENT. It has FREE, PAID.",
                "$m: A value of type Int! is required, but none was given.",
            ],
            problems.All.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Defaults_fill_in_what_is_absent_and_leave_null_alone()
    {
        Variables("query($t: Terms, $u: Terms, $v: Int = 3, $w: Int) { f }", """{ "t": { "rate": 2 }, "u": { "rate": 1, "kind": null } }""", out var values);

        var terms = Assert.IsType<Dictionary<string, object?>>(values.All["t"]);
        Assert.Equal(["rate", "kind"], terms.Keys);
        Assert.Equal("FREE", terms["kind"]);
        Assert.Null(Assert.IsType<Dictionary<string, object?>>(values.All["u"])["kind"]);
        Assert.Equal(3, values.All["v"]);
        Assert.False(values.All.ContainsKey("w"));
    }

    [Fact]
    public void A_single_value_becomes_a_list_of_one_at_every_level()
    {
        Variables("query($n: [[Int!]!]) { f }", """{ "n": 5 }""", out var values);

        Assert.Equal([new object?[] { 5 }], Assert.IsType<object?[]>(values.All["n"]));
    }

    [Theory]
    [InlineData("""{ "a": 1 }""", null)]
    [InlineData("""{ "a": 1, "b": "x" }""", "$p: Pick takes exactly one of its fields, and not null. It has a, b.")]
    [InlineData("""{ "a": null }""", "$p: Pick takes exactly one of its fields, and not null. It has a, b.")]
    [InlineData("""{ }""", "$p: Pick takes exactly one of its fields, and not null. It has a, b.")]
    public void A_OneOf_takes_exactly_one(string given, string? problem) =>
        Assert.Equal(problem, Variables("query($p: Pick) { f }", $$"""{ "p": {{given}} }""", out _).All.SingleOrDefault()?.ToString());

    [Theory]
    [InlineData("Terms", """{ "rate": 1, "colour": 1 }""", "$v: Terms has no field colour.")]
    [InlineData("Pick", """{ "a": 1, "b": "x" }""", "$v: Pick takes exactly one of its fields, and not null.")]
    [InlineData("Kind", "\"LENT\"", "$v: Kind has no value LENT.")]
    [InlineData("Kind", "7", "$v: Kind takes one of its values as a string, not 7.")]
    public void What_else_the_schema_has_is_told_only_where_it_is_no_secret(string type, string given, string problem)
    {
        var document = $"query($v: {type}) {{ f }}";

        Assert.Equal(problem, Assert.Single(Variables(document, $$"""{ "v": {{given}} }""", out _, suggestions: false).All).ToString());
        Assert.StartsWith(problem + " It has ", Assert.Single(Variables(document, $$"""{ "v": {{given}} }""", out _).All).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_take_defaults_and_variables()
    {
        var field = Schema.QueryType.Fields[0];
        var problems = new CoercionProblems();
        var variables = new VariableValues(new Dictionary<string, object?> { ["r"] = 7.0 });

        var given = InputCoercion.CoerceArguments(field.Arguments, Arguments("{ f(i: { rate: $r, tags: \"t\" }, n: $absent) }"), variables, problems);
        var absent = InputCoercion.CoerceArguments(field.Arguments, [], VariableValues.None, problems);

        Assert.Equal(0, problems.Count);
        Assert.Equal(7.0, ((Dictionary<string, object?>)given[0]!)["rate"]);
        Assert.Equal(["t"], (object?[])((Dictionary<string, object?>)given[0]!)["tags"]!);
        Assert.False(given.Has(1));
        Assert.Equal(1.0, ((Dictionary<string, object?>)absent[0]!)["rate"]);
    }

    [Fact]
    public void A_null_variable_does_not_fill_a_required_place()
    {
        var problems = new CoercionProblems();

        InputCoercion.CoerceArguments(
            Schema.QueryType.Fields[0].Arguments, Arguments("{ f(i: { rate: $r }) }"), new VariableValues(new Dictionary<string, object?> { ["r"] = null }), problems);

        Assert.Equal("i.rate: A value of type Float! must not be null, but $r is.", Assert.Single(problems.All).ToString());
    }

    [Fact]
    public void Arguments_without_variables_are_constant()
    {
        Assert.True(InputCoercion.AreConstant(Arguments("{ f(i: { rate: 1, tags: [\"a\"] }) }")));
        Assert.False(InputCoercion.AreConstant(Arguments("{ f(i: { rate: 1, tags: [$t] }) }")));
    }

    private static CoercionProblems Variables(string document, string json, out VariableValues values, bool suggestions = true)
    {
        var problems = new CoercionProblems(suggestions);
        var operation = (OperationDefinitionNode)Utf8GraphQLParser.Parse(document).Definitions[0];
        values = InputCoercion.CoerceVariables(Schema, operation.VariableDefinitions, JsonDocument.Parse(json).RootElement, problems);
        return problems;
    }

    private static System.Collections.Immutable.ImmutableArray<ArgumentNode> Arguments(string document) =>
        ((FieldNode)((OperationDefinitionNode)Utf8GraphQLParser.Parse(document).Definitions[0]).SelectionSet.Selections[0]).Arguments;
}
