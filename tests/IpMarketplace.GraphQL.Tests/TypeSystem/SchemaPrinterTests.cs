using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Sdl;

namespace IpMarketplace.GraphQL.Tests.TypeSystem;

public sealed class SchemaPrinterTests
{
    [Fact]
    public void Prints_types_by_name_after_the_root_types_and_leaves_out_what_every_schema_has() => Assert.Equal(
        """
        directive @tag(name: String! = "x") repeatable on OBJECT | FIELD_DEFINITION

        type Query {
          b(a: [Int!] = [1, 2] @deprecated(reason: "no")): B @tag
          old: String @deprecated
        }

        enum A {
          X
          Y
        }

        type B implements I @tag(name: "t") {
          i: ID!
        }

        interface I {
          i: ID
        }

        input In @oneOf {
          a: A
          s: S
        }

        scalar S @specifiedBy(url: "https://example.org")

        union U = B

        """.ReplaceLineEndings("\n"),
        Print("""
            scalar S @specifiedBy(url: "https://example.org")
            union U = B
            type B implements I @tag(name: "t") { i: ID! }
            interface I { i: ID }
            input In @oneOf { a: A s: S }
            enum A { X Y }
            directive @tag(name: String! = "x") repeatable on OBJECT | FIELD_DEFINITION
            type Query { b(a: [Int!] = [1, 2] @deprecated(reason: "no")): B @tag old: String @deprecated }
            """));

    [Fact]
    public void Says_the_root_types_when_their_names_are_not_the_usual_ones() =>
        Assert.StartsWith("schema {\n  query: Root\n}\n", Print("schema { query: Root } type Root { a: Int } type Mutation { b: Int }"), StringComparison.Ordinal);

    [Theory]
    [InlineData("plain")]
    [InlineData("two\nlines\n\nand a paragraph")]
    [InlineData("quotes \" and \"\"\" and \\ and 专利")]
    public void A_description_comes_back_as_it_was(string description)
    {
        var sdl = $"{new StringValueNode(description)} type Query {{ a: Int }}";

        var again = SchemaBuilder.FromSdl(Print(sdl)).Build();

        Assert.Equal(description, again.QueryType.Description);
    }

    [Fact]
    public void The_kitchen_sink_comes_back_as_it_was()
    {
        var file = Path.Combine(AppContext.BaseDirectory.Split("artifacts")[0], "tests", "IpMarketplace.GraphQL.Tests", "Conformance", "KitchenSink", "kitchen-sink.graphql");
        var printed = Print(File.ReadAllText(file));

        Assert.Equal(printed, Print(printed));
        Assert.Contains("union Thing = Dog | Cat | Person | Deep", printed, StringComparison.Ordinal);
    }

    private static string Print(string sdl) => SchemaPrinter.Print(SchemaBuilder.FromSdl(sdl).Build());
}
