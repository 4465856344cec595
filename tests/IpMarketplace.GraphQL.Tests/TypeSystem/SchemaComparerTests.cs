using IpMarketplace.GraphQL.TypeSystem.Comparison;
using IpMarketplace.GraphQL.TypeSystem.Sdl;

namespace IpMarketplace.GraphQL.Tests.TypeSystem;

/// <summary>Each kind of change is found once, at its coordinate, and weighed by what it does to clients.</summary>
public sealed class SchemaComparerTests
{
    public static TheoryData<string, string, string[]> Changes => new()
    {
        // Types
        { "type Query { f: Int } scalar S", "type Query { f: Int }", ["Breaking TypeRemoved S"] },
        { "type Query { f: Int }", "type Query { f: Int } enum E { A }", ["Safe TypeAdded E"] },
        { "type Query { f: S } scalar S", "type Query { f: S } enum S { A }", ["Breaking TypeKindChanged S"] },
        { "type Query { f: Int }", "type Query { f: Int } type Mutation { g: Int }", ["Safe RootTypeChanged Mutation", "Safe TypeAdded Mutation"] },
        { "type Query { f: Int } type Mutation { g: Int }", "schema { query: Query } type Query { f: Int } type Mutation { g: Int }", ["Breaking RootTypeChanged Mutation"] },
        { "type Query { f: Int } type Q { f: Int }", "schema { query: Q } type Query { f: Int } type Q { f: Int }", ["Breaking RootTypeChanged Query"] },
        { "type Query { f: S } scalar S", "type Query { f: S } scalar S @specifiedBy(url: \"https://s.example\")", ["Dangerous SpecifiedByChanged S"] },

        // Interfaces and unions
        { "type Query implements I { f: Int } interface I { f: Int }", "type Query { f: Int } interface I { f: Int }", ["Breaking ImplementedInterfaceRemoved Query"] },
        { "type Query { f: Int } interface I { f: Int }", "type Query implements I { f: Int } interface I { f: Int }", ["Dangerous ImplementedInterfaceAdded Query"] },
        { "type Query { u: U } type A { f: Int } union U = A | Query", "type Query { u: U } type A { f: Int } union U = A", ["Breaking UnionMemberRemoved U"] },
        { "type Query { u: U } type A { f: Int } union U = A", "type Query { u: U } type A { f: Int } union U = Query | A", ["Dangerous UnionMemberAdded U"] },

        // Enums
        { "type Query { e: E } enum E { A B }", "type Query { e: E } enum E { B }", ["Breaking EnumValueRemoved E.A"] },
        { "type Query { e: E } enum E { A }", "type Query { e: E } enum E { A B }", ["Dangerous EnumValueAdded E.B"] },
        { "type Query { e: E } enum E { A B }", "type Query { e: E } enum E { B A @deprecated(reason: \"B does.\") }", ["Safe DeprecationChanged E.A"] },

        // Fields
        { "type Query { f: Int g: Int }", "type Query { g: Int }", ["Breaking FieldRemoved Query.f"] },
        { "type Query { f: Int }", "type Query { f: Int g: Int }", ["Safe FieldAdded Query.g"] },
        { "type Query { f: Int }", "type Query { f: String }", ["Breaking FieldTypeChanged Query.f"] },
        { "type Query { f: Int }", "type Query { f: [Int] }", ["Breaking FieldTypeChanged Query.f"] },
        { "type Query { f: [Int!]! }", "type Query { f: [Int]! }", ["Breaking FieldTypeChanged Query.f"] },
        { "type Query { f: Int! }", "type Query { f: Int }", ["Breaking FieldTypeChanged Query.f"] },
        { "type Query { f: Int }", "type Query { f: Int! }", ["Safe FieldTypeChanged Query.f"] },
        { "type Query { f: [Int] }", "type Query { f: [Int!]! }", ["Safe FieldTypeChanged Query.f"] },
        { "type Query { f: Int @deprecated }", "type Query { f: Int }", ["Safe DeprecationChanged Query.f"] },
        { "type Query { f: Int }", "type Query { \"F.\" f: Int }", ["Safe DescriptionChanged Query.f"] },

        // Arguments
        { "type Query { f(a: Int, b: Int): Int }", "type Query { f(b: Int): Int }", ["Breaking ArgumentRemoved Query.f(a:)"] },
        { "type Query { f: Int }", "type Query { f(a: Int!): Int }", ["Breaking RequiredArgumentAdded Query.f(a:)"] },
        { "type Query { f: Int }", "type Query { f(a: Int! = 1): Int }", ["Dangerous OptionalArgumentAdded Query.f(a:)"] },
        { "type Query { f: Int }", "type Query { f(a: Int): Int }", ["Dangerous OptionalArgumentAdded Query.f(a:)"] },
        { "type Query { f(a: Int): Int }", "type Query { f(a: Int!): Int }", ["Breaking ArgumentTypeChanged Query.f(a:)"] },
        { "type Query { f(a: [Int!]!): Int }", "type Query { f(a: [Int]): Int }", ["Safe ArgumentTypeChanged Query.f(a:)"] },
        { "type Query { f(a: Int): Int }", "type Query { f(a: [Int]): Int }", ["Breaking ArgumentTypeChanged Query.f(a:)"] },
        { "type Query { f(a: Int = 1): Int }", "type Query { f(a: Int = 2): Int }", ["Dangerous ArgumentDefaultChanged Query.f(a:)"] },
        { "type Query { f(a: Int! = 1): Int }", "type Query { f(a: Int!): Int }", ["Breaking ArgumentDefaultChanged Query.f(a:)"] },
        { "type Query { f(a: I = { x: 1, y: [2] }): Int } input I { x: Int y: [Int] }", "type Query { f(a: I = { y: [2], x: 1 }): Int } input I { x: Int y: [Int] }", [] },
        { "type Query { f(a: String = \"x\"): Int }", "type Query { f(a: String = \"\"\"x\"\"\"): Int }", [] },

        // Input objects
        { "type Query { f(i: I): Int } input I { a: Int b: Int }", "type Query { f(i: I): Int } input I { b: Int }", ["Breaking InputFieldRemoved I.a"] },
        { "type Query { f(i: I): Int } input I { a: Int }", "type Query { f(i: I): Int } input I { a: Int b: Int! }", ["Breaking RequiredInputFieldAdded I.b"] },
        { "type Query { f(i: I): Int } input I { a: Int }", "type Query { f(i: I): Int } input I { a: Int b: Int! = 1 }", ["Dangerous OptionalInputFieldAdded I.b"] },
        { "type Query { f(i: I): Int } input I { a: Int }", "type Query { f(i: I): Int } input I { a: String }", ["Breaking InputFieldTypeChanged I.a"] },
        { "type Query { f(i: I): Int } input I { a: Int! }", "type Query { f(i: I): Int } input I { a: Int }", ["Safe InputFieldTypeChanged I.a"] },
        { "type Query { f(i: I): Int } input I { a: Int }", "type Query { f(i: I): Int } input I { a: Int = 3 }", ["Dangerous InputFieldDefaultChanged I.a"] },
        { "type Query { f(i: I): Int } input I { a: Int }", "type Query { f(i: I): Int } input I @oneOf { a: Int }", ["Breaking OneOfChanged I"] },
        { "type Query { f(i: I): Int } input I @oneOf { a: Int }", "type Query { f(i: I): Int } input I { a: Int }", ["Safe OneOfChanged I"] },

        // Directives
        { "type Query { f: Int } directive @d on FIELD", "type Query { f: Int }", ["Breaking DirectiveRemoved @d"] },
        { "type Query { f: Int }", "type Query { f: Int } directive @d on FIELD", ["Safe DirectiveAdded @d"] },
        { "type Query { f: Int } directive @d on FIELD | QUERY", "type Query { f: Int } directive @d on QUERY", ["Breaking DirectiveLocationRemoved @d"] },
        { "type Query { f: Int } directive @d on FIELD", "type Query { f: Int } directive @d on QUERY | FIELD", ["Safe DirectiveLocationAdded @d"] },
        { "type Query { f: Int } directive @d repeatable on FIELD", "type Query { f: Int } directive @d on FIELD", ["Breaking DirectiveRepeatableChanged @d"] },
        { "type Query { f: Int } directive @d on FIELD", "type Query { f: Int } directive @d repeatable on FIELD", ["Safe DirectiveRepeatableChanged @d"] },
        { "type Query { f: Int } directive @d(a: Int) on FIELD", "type Query { f: Int } directive @d on FIELD", ["Breaking ArgumentRemoved @d(a:)"] },
        { "type Query { f: Int } directive @d on FIELD", "type Query { f: Int } directive @d(a: Int!) on FIELD", ["Breaking RequiredArgumentAdded @d(a:)"] },

        // Built-in types come and go with their use.
        { "type Query { f: Int }", "type Query { f: Int g: Float }", ["Safe FieldAdded Query.g"] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Finds_what_has_changed(string from, string to, string[] changes) =>
        Assert.Equal(changes, Compare(from, to).Select(change => $"{change.Criticality} {change.Kind} {change.Coordinate}"));

    [Fact]
    public void Every_kind_of_change_has_a_case() =>
        Assert.Empty(Enum.GetNames<SchemaChangeKind>().Except(Changes.SelectMany(row => (string[])row[2]).Select(change => change.Split(' ')[1])));

    [Fact]
    public void Says_what_has_changed_worst_first()
    {
        var changes = Compare(
            "\"Old.\" schema { query: Query } type Query { b(n: Int = 1): Int! a: Int }",
            "\"New.\" schema { query: Query } type Query { b(n: Int = 2): Int c: Int @deprecated(reason: \"Never used.\") }");

        Assert.Equal(
            [
                "Breaking: Query.a: The field Query.a was removed.",
                "Breaking: Query.b: The field Query.b is of type Int instead of Int!.",
                "Dangerous: Query.b(n:): The default of the argument Query.b(n:) is 2 instead of 1.",
                "Safe: Query.c: The field Query.c was added.",
                "Safe: schema: The description of the schema changed.",
            ],
            changes.Select(change => change.ToString()));
    }

    private static IReadOnlyList<SchemaChange> Compare(string from, string to) => SchemaComparer.Compare(SchemaBuilder.FromSdl(from).Build(), SchemaBuilder.FromSdl(to).Build());
}
