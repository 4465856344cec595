using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Tests.TypeSystem;

/// <summary>Schemas from text; which texts are schemas, the conformance cases say.</summary>
public sealed class SchemaBuilderTests
{
    [Fact]
    public void Extensions_are_merged_into_what_they_extend()
    {
        var schema = SchemaBuilder.FromSdl("""
            type Query { a: E }
            extend type Query implements I { b(i: In): U }
            interface I { b(i: In): U }
            enum E { X }
            extend enum E { Y }
            union U = Query
            input In { a: Int }
            extend input In { b: Int }
            """).Build();

        Assert.Equal(["a", "b"], schema.QueryType.Fields.Select(field => field.Name));
        Assert.True(schema.TryGetType<InterfaceType>("I", out var face) && face.IsPossible(schema.QueryType));
        Assert.True(schema.TryGetType<EnumType>("E", out var some) && some.TryGetValue("Y", out _));
        Assert.True(schema.TryGetType<InputObjectType>("In", out var input) && input.TryGetField("b", out _));
    }

    [Fact]
    public void Types_and_fields_are_numbered_densely()
    {
        var schema = SchemaBuilder.FromSdl("type Query { a: Int b: Query }").Build();

        Assert.Equal(Enumerable.Range(0, schema.Types.Length), schema.Types.Select(type => type.Id));
        Assert.Equal([0, 1], schema.QueryType.Fields.Select(field => field.Index));
    }

    [Fact]
    public void Only_scalars_that_are_used_are_in_the_schema()
    {
        var schema = SchemaBuilder.FromSdl("type Query { a: Int }").Build();

        Assert.True(schema.TryGetType("Int", out _));
        Assert.True(schema.TryGetType("Boolean", out _));
        Assert.False(schema.TryGetType("Float", out _));
        Assert.False(schema.TryGetType("ID", out _));
    }

    [Fact]
    public void Meta_fields_are_found_where_they_may_be_selected()
    {
        var schema = SchemaBuilder.FromSdl("type Query { a: A } type A { b: Int }").Build();
        Assert.True(schema.TryGetType<ObjectType>("A", out var other));

        Assert.True(schema.TryGetField(schema.QueryType, "__schema", out var field) && field == schema.SchemaField);
        Assert.False(schema.TryGetField(other, "__schema", out _));
        Assert.True(schema.TryGetField(other, "__typename", out field) && field == schema.TypeNameField);
    }

    [Fact]
    public void A_resolver_for_a_field_that_is_not_there_is_refused()
    {
        var refusal = Assert.Throws<SchemaException>(() => SchemaBuilder.FromSdl("type Query { a: Int }").AddResolver("Query", "b", _ => 1).Build());

        Assert.Equal("There is a resolver for Query.b, but no such field.", Assert.Single(refusal.Problems).Message);
    }

    [Fact]
    public void Problems_name_their_place_in_the_text()
    {
        var refusal = Assert.Throws<SchemaException>(() => SchemaBuilder.FromSdl("type Query {\n  a: Nope\n}").Build());

        Assert.Equal("The schema has 1 problem:\n- There is no type Nope. (line 2, column 6)", refusal.Message);
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var refusal = Assert.Throws<SchemaException>(() => SchemaBuilder.FromSdl("type Query { __a: Int a: I } input I { b: Query }").Build());

        Assert.Equal(
            [
                "The name of field Query.__a must not begin with \"__\": such names are reserved for introspection.",
                "Field Query.a must be of an output type, but I is an input object type.",
                "Input field I.b must be of an input type, but Query is an output type.",
            ],
            refusal.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void Defaults_that_contain_themselves_are_refused()
    {
        var refusal = Assert.Throws<SchemaException>(() => SchemaBuilder.FromSdl("type Query { a(i: A): Int } input A { b: B = {} } input B { a: A = {} }").Build());

        Assert.Contains("The defaults of input type A contain themselves without end.", refusal.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void Subtypes_follow_lists_and_nulls()
    {
        var schema = SchemaBuilder.FromSdl("type Query implements I { i: [Query!]! } interface I { i: [I] }").Build();
        Assert.True(schema.TryGetType<InterfaceType>("I", out var face));

        Assert.True(schema.QueryType.Fields[0].Type.IsSubtypeOf(face.Fields[0].Type));
        Assert.False(face.Fields[0].Type.IsSubtypeOf(schema.QueryType.Fields[0].Type));
        Assert.Equal("[Query!]!", schema.QueryType.Fields[0].Type.ToString());
        Assert.Equal(new ListType(face), face.Fields[0].Type);
    }
}
