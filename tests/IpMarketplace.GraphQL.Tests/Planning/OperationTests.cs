using System.Globalization;
using System.Text;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.Tests.Execution;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Tests.Planning;

public sealed class OperationTests
{
    private static readonly Schema Schema = SchemaOf().Build();
    private static readonly ExecutionInstruments Instruments = new(TimeProvider.System);

    [Fact]
    public void Fields_of_one_response_name_are_one_selection_with_all_that_is_below_them()
    {
        var plan = Plan("query Q { self { a } ...F x: a } fragment F on Query { self { b a } }");

        Assert.Equal("Q", plan.Name);
        Assert.Equal(["self", "x"], plan.RootSet.Selections.Select(selection => selection.ResponseName));
        Assert.Equal(["a", "b"], plan.RootSet.Selections[0].SetFor(Schema.QueryType).Selections.Select(selection => selection.ResponseName));
    }

    [Fact]
    public void A_constant_condition_decides_when_planning()
    {
        var plan = Plan("{ a @skip(if: true) b @include(if: true) ...F @include(if: false) } fragment F on Query { c }");
        Assert.Equal(["b"], plan.RootSet.Selections.Select(selection => selection.ResponseName));
        Assert.True(plan.RootSet.Selections[0].IsAlwaysIncluded);
    }

    [Theory]
    [InlineData(true, """{"a":"a","b":"b","c":"c"}""")]
    [InlineData(false, """{"b":"b","a":"a","c":"c"}""")]
    public async Task The_order_is_that_of_the_first_occurrence_which_is_not_left_out(bool early, string data)
    {
        await using var engine = TestEngine.Of(SchemaOf());
        Assert.Equal($$"""{"data":{{data}}}""", await engine.AskAsync("query($e: Boolean!) { a @include(if: $e) b a c }", $$"""{"e":{{(early ? "true" : "false")}}}"""));
    }

    [Theory]
    [InlineData(true, """{"self":{"a":"a","b":"b"}}""")]
    [InlineData(false, """{"self":{"b":"b"}}""")]
    public async Task What_is_selected_below_a_place_that_is_left_out_is_left_out(bool included, string data)
    {
        await using var engine = TestEngine.Of(SchemaOf());
        Assert.Equal($$"""{"data":{{data}}}""", await engine.AskAsync("query($i: Boolean!) { self @include(if: $i) { a } self { b } }", $$"""{"i":{{(included ? "true" : "false")}}}"""));
    }

    [Fact]
    public async Task More_than_64_conditions_work()
    {
        const int Count = 200;
        var names = Enumerable.Range(0, Count).ToList();
        var query = $"query({string.Join(' ', names.Select(i => $"$v{i}: Boolean!"))}) {{ {string.Join(' ', names.Select(i => $"f{i}: a @include(if: $v{i})"))} }}";
        var variables = $$"""{{{string.Join(',', names.Select(i => $"\"v{i}\":{(i % 3 == 0 ? "true" : "false")}"))}}}""";
        var manyFields = new RequestLimits { MaxRootFields = Count, MaxAliases = Count };
        await using var engine = TestEngine.Of(SchemaOf(), new ExecutionOptions { Validation = new ValidationOptions { Limits = manyFields } });

        var expected = string.Join(',', names.Where(i => i % 3 == 0).Select(i => $"\"f{i}\":\"a\""));
        Assert.Equal($$$"""{"data":{{{{expected}}}}}""", await engine.AskAsync(query, variables));
    }

    [Fact]
    public void Fragments_that_double_at_every_level_are_refused_instead_of_unfolded()
    {
        var document = new StringBuilder("{ ...F0 }");
        for (var i = 0; i < 40; i++)
        {
            document.Append(CultureInfo.InvariantCulture, $" fragment F{i} on Query {{ x: self {{ ...F{i + 1} }} y: self {{ ...F{i + 1} }} }}");
        }
        document.Append(" fragment F40 on Query { a }");

        Assert.Equal(ErrorCode.FieldLimitExceeded, Assert.Throws<GraphQLException>(() => Plan(document.ToString())).Errors[0].Code);
    }

    [Fact]
    public void Fields_deeper_than_the_engine_executes_are_refused()
    {
        var document = new StringBuilder("{ ...F0 }");
        for (var i = 0; i < 300; i++)
        {
            document.Append(CultureInfo.InvariantCulture, $" fragment F{i} on Query {{ self {{ ...F{i + 1} }} }}");
        }
        document.Append(" fragment F300 on Query { a }");

        Assert.Equal(ErrorCode.DepthLimitExceeded, Assert.Throws<GraphQLException>(() => Plan(document.ToString())).Errors[0].Code);
    }

    [Fact]
    public void Fields_below_an_interface_are_planned_when_needed_and_no_deeper_either()
    {
        var fragments = Enumerable.Range(0, 300).Select(i => $"fragment F{i} on Me {{ me {{ ...F{i + 1} }} }}");
        var set = Plan($"{{ ...F0 }} {string.Join(' ', fragments)} fragment F300 on Me {{ a }}").RootSet;
        for (var depth = 1; depth < Operation.MaxDepth; depth++)
        {
            set = set.Selections[0].SetFor(Schema.QueryType);
        }

        var tooDeep = Assert.Throws<GraphQLException>(() => set.Selections[0].SetFor(Schema.QueryType));
        Assert.Equal(ErrorCode.DepthLimitExceeded, tooDeep.Errors[0].Code);
    }

    [Fact]
    public void Constant_arguments_are_coerced_once()
    {
        var selection = Plan("{ add(n: [1, 2]) }").RootSet.Selections[0];
        Assert.True(selection.HasConstantArguments);
        Assert.Same(selection.ConstantArguments[0], selection.ConstantArguments[0]);
        Assert.False(Plan("query($n: Int) { add(n: [1, $n]) }").RootSet.Selections[0].HasConstantArguments);
    }

    [Fact]
    public void A_document_is_parsed_validated_and_planned_once()
    {
        var store = new DocumentStore(Schema, new DocumentValidator(Schema), new ExecutionOptions(), Instruments);
        var first = store.Get(Encoding.UTF8.GetBytes("query A { a } query B { b }"));

        Assert.Same(first, store.Get(Encoding.UTF8.GetBytes("query A { a } query B { b }")));
        Assert.Same(first.GetPlan("A"), first.GetPlan("A"));
        Assert.NotSame(first.GetPlan("A"), first.GetPlan("B"));
        Assert.Equal(ErrorCode.OperationNotFound, Assert.Throws<GraphQLException>(() => first.GetPlan(null)).Errors[0].Code);
    }

    [Theory]
    [InlineData(30_000, true)]
    [InlineData(40_000, false)]
    public void An_invalid_document_is_remembered_unless_it_is_long(int length, bool remembered)
    {
        var store = new DocumentStore(Schema, new DocumentValidator(Schema), new ExecutionOptions(), Instruments);
        var text = Encoding.UTF8.GetBytes("{ unknown } #" + new string('x', length));

        var first = Assert.Throws<GraphQLException>(() => store.Get(text));
        var second = Assert.Throws<GraphQLException>(() => store.Get(text));

        Assert.Equal(first.Errors[0].Message, second.Errors[0].Message);
        Assert.Equal(remembered, ReferenceEquals(first.Errors[0], second.Errors[0]));
    }

    private static SchemaBuilder SchemaOf()
    {
        var builder = SchemaBuilder.FromSdl("interface Me { a: String me: Me } type Query implements Me { a: String b: String c: String self: Query me: Me add(n: [Int]): Int }")
            .AddTypeResolver("Me", _ => "Query")
            .AddResolver("Query", "self", (IResolverContext _) => FieldValue.From(new object()))
            .AddResolver("Query", "me", (IResolverContext _) => FieldValue.From(new object()))
            .AddResolver("Query", "add", (IResolverContext _) => 1);
        foreach (var name in new[] { "a", "b", "c" })
        {
            builder.AddResolver("Query", name, (IResolverContext _) => name);
        }
        return builder;
    }

    private static Operation Plan(string document)
    {
        var node = Utf8GraphQLParser.Parse(document);
        return new CachedDocument(Schema, new ExclusiveServices([]), Instruments, node, default).GetPlan(null);
    }
}
