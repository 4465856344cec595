using System.Text;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Tests.Language;

public sealed class Utf8GraphQLParserTests
{
    [Theory]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("{ }", "Expected Name, found \"}\".", 1, 3)]
    [InlineData("{ a() }", "Expected Name, found \")\".", 1, 5)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("query ($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("query () { a }", "Expected \"$\", found \")\".", 1, 8)]
    [InlineData("fragment on on T { a }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("fragment F($a: Int) on T { a }", "Expected \"on\", found \"(\".", 1, 11)]
    [InlineData("enum E { A true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 12)]
    [InlineData("directive @d on FIELDS", "Unexpected Name \"FIELDS\".", 1, 17)]
    [InlineData("extend type T", "Unexpected <EOF>.", 1, 14)]
    [InlineData("type T implements A B { a: Int }", "Unexpected Name \"B\".", 1, 21)]
    [InlineData("type T {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("schema @d", "Expected \"{\", found <EOF>.", 1, 10)]
    [InlineData("\"text\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\n\"text\" extend type T @d", "Unexpected description, only GraphQL definitions support descriptions.", 2, 1)]
    [InlineData("{ a }\r\n\r notion", "Unexpected Name \"notion\".", 3, 2)]
    public void Refuses_what_is_not_of_the_grammar_and_says_where(string source, string message, int line, int column) =>
        SyntaxAssert.Refuses(source, message, line, column);

    [Theory]
    [InlineData("{ a(x: 00) }", "Invalid number, unexpected digit after 0: \"0\".", 9)]
    [InlineData("{ a(x: -) }", "Invalid number, expected digit but got: \")\".", 9)]
    [InlineData("{ a(x: 1.) }", "Invalid number, expected digit but got: \")\".", 10)]
    [InlineData("{ a(x: 1.2.3) }", "Invalid number, expected digit but got: \".\".", 11)]
    [InlineData("{ a(x: 1e) }", "Invalid number, expected digit but got: \")\".", 10)]
    [InlineData("{ a(x: 0xF) }", "Invalid number, expected digit but got: \"x\".", 9)]
    [InlineData("{ a(x: 1_000) }", "Invalid number, expected digit but got: \"_\".", 9)]
    [InlineData("{ a(x: .5) }", "Unexpected character: \".\".", 8)]
    [InlineData("{ a(x: \"open) }", "Unterminated string.", 16)]
    [InlineData("{ a(x: \"\"\"open\"\") }", "Unterminated string.", 20)]
    [InlineData("{ a(x: \"专\\x\") }", "Invalid character escape sequence: \"\\x\".", 10)]
    [InlineData("{ a(x: \"\\u12G4\") }", "Invalid Unicode escape sequence: \"\\u12G4\".", 9)]
    [InlineData("{ a(x: \"\\uD83D\") }", "Invalid Unicode escape sequence: \"\\uD83D\".", 9)]
    [InlineData("{ a(x: \"\\uDE00\\uD83D\") }", "Invalid Unicode escape sequence: \"\\uDE00\".", 9)]
    [InlineData("{ a(x: \"\\u{}\") }", "Invalid Unicode escape sequence: \"\\u{}\".", 9)]
    [InlineData("{ a(x: \"\\u{D800}\") }", "Invalid Unicode escape sequence: \"\\u{D800}\".", 9)]
    [InlineData("{ a(x: \"\\u{110000}\") }", "Invalid Unicode escape sequence: \"\\u{110000}\".", 9)]
    [InlineData("{ a(x: 'single') }", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 8)]
    [InlineData("{ 专利 }", "Unexpected character: U+4E13.", 3)]
    [InlineData("{ a ? b }", "Unexpected character: \"?\".", 5)]
    public void Refuses_what_is_not_a_token(string source, string message, int column) => SyntaxAssert.Refuses(source, message, 1, column);

    [Fact]
    public void Refuses_bytes_that_are_not_UTF_8()
    {
        var refusal = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse([.. "{ a # "u8, 0xC3, 0x28, .. "\n}"u8]));

        Assert.Equal(("Invalid UTF-8: the document must be Unicode text.", 7), (refusal.Message, refusal.Column));
    }

    [Fact]
    public void Refuses_a_text_with_half_a_surrogate_pair() =>
        SyntaxAssert.Refuses("{ a # \uD83D\n}", "Invalid character: a surrogate without its pair.", 1, 7);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u4E13\\u{5229}\\u{1F680}\\uD83D\\uDE80\"", "专利🚀🚀")]
    [InlineData("\"\\u{0000000041}\"", "A")]
    [InlineData("\"a # is no comment, nor is a comma\"", "a # is no comment, nor is a comma")]
    [InlineData("\"\"\"\n    a\n      b\n\n    c\n  \"\"\"", "a\n  b\n\nc")]
    [InlineData("\"\"\"first\n    a\n   b\"\"\"", "first\n a\nb")]
    [InlineData("\"\"\"\r\n\ta\r\tb\n\"\"\"", "a\nb")]
    [InlineData("\"\"\"raw \\n and \\\"\"\" \"\"\"", "raw \\n and \"\"\" ")]
    [InlineData("\"\"\"  \n \t \n\"\"\"", "")]
    public void Reads_strings_as_they_are_meant(string literal, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(Utf8GraphQLParser.ParseValue(literal)).Value);

    [Theory]
    [InlineData("0", SyntaxKind.IntValue)]
    [InlineData("-0", SyntaxKind.IntValue)]
    [InlineData("-12345678901234567890", SyntaxKind.IntValue)]
    [InlineData("0.0", SyntaxKind.FloatValue)]
    [InlineData("-1.50E+09", SyntaxKind.FloatValue)]
    [InlineData("1e400", SyntaxKind.FloatValue)]
    [InlineData("on", SyntaxKind.EnumValue)]
    [InlineData("null", SyntaxKind.NullValue)]
    [InlineData("false", SyntaxKind.BooleanValue)]
    [InlineData("$v", SyntaxKind.Variable)]
    [InlineData("[]", SyntaxKind.ListValue)]
    [InlineData("{}", SyntaxKind.ObjectValue)]
    public void Keeps_literals_as_written(string literal, SyntaxKind kind)
    {
        var value = Utf8GraphQLParser.ParseValue(literal);

        Assert.Equal((kind, literal), (value.Kind, SyntaxPrinter.Print(value)));
    }

    [Theory]
    [InlineData("T")]
    [InlineData("[[T!]]!")]
    public void Reads_references_to_types(string type) => Assert.Equal(type, Utf8GraphQLParser.ParseType(type).ToString());

    [Theory]
    [InlineData("T!!")]
    [InlineData("[T")]
    [InlineData("[]")]
    [InlineData("T U")]
    public void Refuses_what_is_no_reference_to_a_type(string type) => Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.ParseType(type));

    [Fact]
    public void Reads_descriptions_of_operations_variables_and_fragments()
    {
        var document = Utf8GraphQLParser.Parse("\"op\" query Q(\"var\" $a: Int) { a } \"\"\"frag\"\"\" fragment F on T { a }");

        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal("op", operation.Description?.Value);
        Assert.Equal("var", operation.VariableDefinitions[0].Description?.Value);
        Assert.Equal("frag", Assert.IsType<FragmentDefinitionNode>(document.Definitions[1]).Description?.Value);
    }

    [Fact]
    public void Tells_where_nodes_stand_in_the_columns_of_an_editor()
    {
        var document = Utf8GraphQLParser.Parse("\uFEFF# 专利\r\n{\r  a(x: \"专利🚀\") b\n  c }");

        var selections = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]).SelectionSet.Selections;
        Assert.Equal((3, 3), (selections[0].Location.Line, selections[0].Location.Column));
        Assert.Equal((3, 16), (selections[1].Location.Line, selections[1].Location.Column));
        Assert.Equal((4, 3), (selections[2].Location.Line, selections[2].Location.Column));
    }

    [Fact]
    public void Leaves_locations_out_on_demand()
    {
        var document = Utf8GraphQLParser.Parse("{ a }", new ParserOptions { NoLocations = true });

        Assert.False(document.Definitions[0].Location.IsKnown);
    }

    [Fact]
    public void Names_are_the_same_string_wherever_they_stand()
    {
        var first = Utf8GraphQLParser.Parse("{ inventionTitle }"u8);
        var second = Utf8GraphQLParser.Parse("{ other inventionTitle }"u8);

        Assert.Same(Name(first, 0), Name(second, 1));

        static string Name(DocumentNode document, int index) =>
            ((FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[index]).Name;
    }

    [Fact]
    public void String_and_bytes_parse_alike()
    {
        const string Source = "query 查 { a }";
        var fromText = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse(Source));
        var fromBytes = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse(Encoding.UTF8.GetBytes(Source)));

        Assert.Equal((fromText.Message, fromText.Location), (fromBytes.Message, fromBytes.Location));
    }
}
