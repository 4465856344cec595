using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    [Theory]
    [InlineData("", "{a")]
    [InlineData("", "{...")]
    [InlineData("{a(x:", "[")]
    [InlineData("{a(x:", "{k:")]
    [InlineData("query($v:", "[")]
    public void Refuses_a_document_nested_a_hundred_thousand_deep_and_lives(string head, string open)
    {
        var nested = head + string.Concat(Enumerable.Repeat(open, 100_000));

        var refusal = Assert.Throws<SyntaxLimitException>(() => Utf8GraphQLParser.Parse(nested, ParserOptions.Trusted));

        Assert.Equal("Document is nested more than 200 levels deep. Parsing aborted.", refusal.Message);
    }

    [Fact]
    public void Takes_a_document_of_exactly_the_greatest_depth()
    {
        var options = new ParserOptions { MaxDepth = 3 };

        Assert.NotNull(Utf8GraphQLParser.Parse("{ a { b(x: [1]) c { d } } e { f { g } } }", options));
        SyntaxAssert.Refuses("{ a { b(x: [{}]) } }", "Document is nested more than 3 levels deep. Parsing aborted.", 1, 13, options);
    }

    [Fact]
    public void Takes_a_document_of_exactly_the_most_tokens()
    {
        var options = new ParserOptions { MaxTokens = 4 };

        Assert.NotNull(Utf8GraphQLParser.Parse("{ a b } # and, a comment", options));
        SyntaxAssert.Refuses("{ a b c }", "Document contains more than 4 tokens. Parsing aborted.", 1, 9, options);
    }

    [Fact]
    public void Refuses_a_heap_of_directives()
    {
        var options = new ParserOptions { MaxDirectivesPerPlace = 2 };

        Assert.NotNull(Utf8GraphQLParser.Parse("{ a @x @y b @x @y }", options));
        SyntaxAssert.Refuses("{ a @x @y @z }", "More than 2 directives at one place. Parsing aborted.", 1, 11, options);
    }

    [Fact]
    public void Refuses_directives_heaped_over_many_places()
    {
        var options = new ParserOptions { MaxDirectives = 3 };

        Assert.NotNull(Utf8GraphQLParser.Parse("{ a @x @y b @x }", options));
        SyntaxAssert.Refuses("{ a @x @y b @x c @y }", "More than 3 directives in one document. Parsing aborted.", 1, 18, options);
    }
}
