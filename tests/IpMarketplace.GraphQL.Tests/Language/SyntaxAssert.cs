using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Tests.Language;

internal static class SyntaxAssert
{
    /// <summary>Asserts that printing and parsing again, in both layouts, leads to the same text.</summary>
    public static void RoundTrips(string source)
    {
        var document = Utf8GraphQLParser.Parse(source, ParserOptions.Trusted);
        var indented = SyntaxPrinter.Print(document);
        var oneLine = SyntaxPrinter.Print(document, indented: false);

        Assert.Equal(indented, SyntaxPrinter.Print(Utf8GraphQLParser.Parse(indented, ParserOptions.Trusted)));
        Assert.Equal(oneLine, SyntaxPrinter.Print(Utf8GraphQLParser.Parse(indented, ParserOptions.Trusted), indented: false));
        Assert.Equal(oneLine, SyntaxPrinter.Print(Utf8GraphQLParser.Parse(oneLine, ParserOptions.Trusted), indented: false));
        Assert.DoesNotContain('\n', oneLine);
    }

    /// <summary>Asserts the exact refusal of a document.</summary>
    public static void Refuses(string source, string message, int line, int column, ParserOptions? options = null)
    {
        var refusal = Assert.ThrowsAny<SyntaxException>(() => Utf8GraphQLParser.Parse(source, options));
        Assert.Equal((message, line, column), (refusal.Message, refusal.Line, refusal.Column));
    }
}
