using System.Text;
using IpMarketplace.GraphQL.Execution.Diagnostics;

namespace IpMarketplace.GraphQL.Tests.Execution.Diagnostics;

public sealed class SanitizedDocumentTests
{
    [Theory]
    [InlineData("{ a(x: 1, y: -2.5e3, z: \"s\") }", "{ a ( x : ? y : ? z : ? ) }")]
    [InlineData("query($v: Int = 7) { a(o: {k: \"\"\"secret\"\"\", e: RED, n: null}) }", "query ( $ v : Int = ? ) { a ( o : { k : ? e : RED n : null } ) }")]
    [InlineData("# password\n{ a }", "{ a }")]
    [InlineData("{ a(x: \"cut", "{ a ( x :…")]
    [InlineData("", "")]
    public void Keeps_names_and_shapes_and_no_value(string document, string expected) =>
        Assert.Equal(expected, SanitizedDocument.Of(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void A_long_document_is_cut() =>
        Assert.InRange(SanitizedDocument.Of(Encoding.UTF8.GetBytes($"{{ {string.Concat(Enumerable.Repeat("name ", 5000))} }}")).Length, 4096, 4110);
}
