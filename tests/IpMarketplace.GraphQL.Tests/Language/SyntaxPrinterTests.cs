using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Tests.Conformance;

namespace IpMarketplace.GraphQL.Tests.Language;

public sealed class SyntaxPrinterTests
{
    [Fact]
    public void Every_document_and_schema_of_the_conformance_files_round_trips()
    {
        var files = ConformanceCases.ReadAll<ValidationFile>("validation").Values;
        var documents = files.SelectMany(file => file.Cases).Where(@case => @case.Parses).Select(@case => @case.Document).Distinct().ToList();

        Assert.All(documents, SyntaxAssert.RoundTrips);
        Assert.All(files.SelectMany(file => file.Schemas.Values).Distinct(), SyntaxAssert.RoundTrips);
        Assert.NotEmpty(documents);
    }

    [Fact]
    public void Prints_operations_over_lines_of_two_spaces()
    {
        var document = Utf8GraphQLParser.Parse(
            """
            "Finds" query Q($a:[Int!]!=[1,2]@d,$b:B)@e(x:"y"){a:b(x:{y:$a z:[1.5e3 null E true]}){...F @skip(if:true) ... on T{c} ...@d{c}}}
            fragment F on T{c}
            {short}
            """);

        Assert.Equal(
            """
            "Finds"
            query Q($a: [Int!]! = [1, 2] @d, $b: B) @e(x: "y") {
              a: b(x: {y: $a, z: [1.5e3, null, E, true]}) {
                ...F @skip(if: true)
                ... on T {
                  c
                }
                ... @d {
                  c
                }
              }
            }

            fragment F on T {
              c
            }

            {
              short
            }
            """,
            SyntaxPrinter.Print(document));
    }

    [Fact]
    public void Prints_type_systems_with_their_descriptions()
    {
        var document = Utf8GraphQLParser.Parse(
            """"
            """The roots"""
            schema @d { query: Q }
            """
            Two
              lines
            """
            type Q implements A & B @d { "Plain" a("Documented" x: Int = 1, y: [S!]): Int! @deprecated b(x: Int): Int }
            union U = A | B
            enum E { "One" A B }
            extend input I { x: Int = 1 }
            directive @d(a: Int) repeatable on FIELD | ENUM_VALUE
            """");

        Assert.Equal(
            """"
            """
            The roots
            """
            schema @d {
              query: Q
            }

            """
            Two
              lines
            """
            type Q implements A & B @d {
              "Plain"
              a(
                "Documented"
                x: Int = 1
                y: [S!]
              ): Int! @deprecated
              b(x: Int): Int
            }

            union U = A | B

            enum E {
              "One"
              A
              B
            }

            extend input I {
              x: Int = 1
            }

            directive @d(a: Int) repeatable on FIELD | ENUM_VALUE
            """",
            SyntaxPrinter.Print(document));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData(" indented first line")]
    [InlineData("\n leading blank line")]
    [InlineData("trailing blank line\n")]
    [InlineData("one\n  two\n\nthree")]
    [InlineData("  all\n  indented")]
    [InlineData("ends with a quote\"")]
    [InlineData("ends with a backslash\\")]
    [InlineData("three \"\"\" quotes and \\\"\"\" escaped")]
    [InlineData("carriage\rreturn")]
    [InlineData("bell \a, delete \u007F, 专利 and 🚀")]
    public void Block_and_quoted_strings_keep_their_value(string value)
    {
        foreach (var literal in new[] { new StringValueNode(value), new StringValueNode(value, block: true) })
        {
            var printed = Assert.IsType<StringValueNode>(Utf8GraphQLParser.ParseValue(SyntaxPrinter.Print(literal)));
            Assert.Equal(value, printed.Value);
        }
    }
}
