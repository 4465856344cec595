using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Rules;

namespace IpMarketplace.GraphQL.Tests.Validation;

public sealed class DocumentValidatorTests
{
    [Fact]
    public void An_error_names_its_code_its_rule_its_section_and_its_place()
    {
        var error = Assert.Single(TestSchema.Validate("{\n  patent { titel }\n}"));

        Assert.Equal("Cannot query field \"titel\" on type \"Patent\".", error.Message);
        Assert.Equal(ErrorCode.ValidationFailed, error.Code);
        Assert.Equal(nameof(FieldsOnCorrectTypeRule), error.Extensions!["rule"]);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Field-Selections", error.Extensions["specifiedBy"]);
        Assert.Equal([new IpMarketplace.GraphQL.Errors.Location(2, 12)], error.Locations);
    }

    [Theory]
    [InlineData("{ patent { nmae } }", "Cannot query field \"nmae\" on type \"Patent\".", " Did you mean \"name\"?")]
    [InlineData("{ named { code } }", "Cannot query field \"code\" on type \"Named\".", " Did you mean to use an inline fragment on \"Owner\"?")]
    [InlineData("{ named { number } }", "Cannot query field \"number\" on type \"Named\".",
        " Did you mean to use an inline fragment on \"Patent\" or \"Owner\"?")]
    [InlineData("{ patent(numbre: 1) { name } }", "Unknown argument \"numbre\" on field \"Query.patent\".", " Did you mean \"number\"?")]
    [InlineData("{ patent(filter: {year: 1, knid: INVENTION}) { name } }", "Field \"knid\" is not defined by type \"Filter\".", " Did you mean \"kind\"?")]
    [InlineData("{ patent }", "Field \"patent\" of type \"Patent\" must have a selection of subfields.", " Did you mean \"patent { ... }\"?")]
    [InlineData("{ named { ... on Ownr { name } } }", "Unknown type \"Ownr\".", " Did you mean \"Owner\"?")]
    public void What_may_have_been_meant_is_told_only_where_the_schema_is_no_secret(string source, string message, string suggestion)
    {
        Assert.Equal([message + suggestion], TestSchema.Messages(source));
        Assert.Equal([message], TestSchema.Messages(source, new ValidationOptions { Suggestions = false }));
    }

    [Fact]
    public void The_values_of_an_enum_are_told_only_where_the_schema_is_no_secret()
    {
        const string Source = "{ patent(filter: {year: 1, kind: UTILITY}) { name } }";

        Assert.Contains("INVENTION", Assert.Single(TestSchema.Messages(Source)), StringComparison.Ordinal);
        Assert.Equal(["Expected value of type \"Kind\", found: UTILITY."], TestSchema.Messages(Source, new ValidationOptions { Suggestions = false }));
    }

    [Fact]
    public void Introspection_may_be_switched_off_but_never_typename()
    {
        var options = new ValidationOptions { Introspection = false };

        Assert.Empty(TestSchema.Messages("{ __typename __schema { description } __type(name: \"Patent\") { name } }"));
        Assert.Equal(
            ["Introspection is switched off, but \"__schema\" asks for it.", "Introspection is switched off, but \"__type\" asks for it."],
            TestSchema.Messages("{ __typename __schema { description } ...F } fragment F on Query { __type(name: \"Patent\") { name } }", options));
    }

    [Fact]
    public void Reports_no_more_errors_than_asked_for()
    {
        var source = $"{{ query {{ {string.Concat(Enumerable.Range(0, 50).Select(i => $"x{i} "))} }} }}";

        Assert.Equal(50, TestSchema.Validate(source).Count);
        Assert.Equal(7, TestSchema.Validate(source, new ValidationOptions { MaxErrors = 7 }).Count);
    }

    [Theory]
    [InlineData("{ count @unknown }", "Unknown directive \"@unknown\".")]
    [InlineData("query @mark(note: \"\") { count }", "Directive \"@mark\" may not be used on QUERY.")]
    [InlineData("{ count @mark(note: \"1\") @mark(note: \"2\") }", "The directive \"@mark\" can only be used once at this location.")]
    [InlineData("{ count @mark }", "Argument \"@mark(note:)\" of type \"String!\" is required, but it was not provided.")]
    [InlineData("{ patent(filter: {kind: DESIGN}) { name } }",
        "Expected value of type \"Filter\" to include required field \"year\" of type \"Int!\".")]
    [InlineData("query ($v: Int) { patent(number: $v) { name } }", "Variable \"$v\" of type \"Int\" used in position expecting type \"String\".")]
    [InlineData("query A { count } query B { count @include(if: $v) }", "Variable \"$v\" is not defined by operation \"B\".")]
    public void Reports_each_fault_once(string source, string message) => Assert.Equal([message], TestSchema.Messages(source));

    [Fact]
    public void A_message_quotes_no_more_than_a_piece_of_a_long_document()
    {
        var message = Assert.Single(TestSchema.Messages($"{{ patent(filter: \"{new string('x', 50_000)}\") {{ name }} }}"));

        Assert.StartsWith("Expected value of type \"Filter\" to be an object, found: \"xxx", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 100, 1_001);
    }

    [Fact]
    public void Rules_of_the_server_are_held_beside_those_of_the_specification()
    {
        var errors = TestSchema.Validate("{ count patent { titel } }", null, context => new NoCounting(context));

        Assert.Equal(["Counting is not allowed.", "Cannot query field \"titel\" on type \"Patent\"."], errors.Select(error => error.Message));
        Assert.Equal("COUNTING", errors[0].Code);
        Assert.False(errors[0].Extensions!.ContainsKey("specifiedBy"));
    }

    [Fact]
    public void Every_rule_is_listed_once()
    {
        var context = new ValidationContext(TestSchema.Schema, Utf8GraphQLParser.Parse("{ count }"), ValidationOptions.Default);

        var listed = SpecifiedRules.All.Select(create => create(context).GetType()).ToList();

        var existing = typeof(SpecifiedRules).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(FieldsOnCorrectTypeRule).Namespace && type.IsSubclassOf(typeof(ValidationRule)));
        Assert.Equal(existing.Select(type => type.Name).Order(), listed.Select(type => type.Name).Order());
        Assert.Equal(27, listed.Count);
    }

    private sealed class NoCounting(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
    {
        protected override string Code => "COUNTING";

        public void Enter(FieldNode node)
        {
            if (Context.Field?.Name == "count") Report("Counting is not allowed.", node);
        }
    }
}
