using IpMarketplace.GraphQL.Language;
using Xunit.Abstractions;

namespace IpMarketplace.GraphQL.Tests.Conformance;

public sealed class SyntaxConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Documents_parse_or_are_refused_as_the_specification_says()
    {
        var file = ConformanceCases.Read<ValidationFile>("validation", "syntax");

        var failures = file.Cases.Select(Failure).OfType<string>().ToList();

        output.WriteLine($"syntax: {file.Cases.Count - failures.Count} of {file.Cases.Count}");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string? Failure(ValidationCase @case)
    {
        try
        {
            Utf8GraphQLParser.Parse(@case.Document, ParserOptions.Trusted);
            return @case.Parses ? null : $"{@case.Id}: parsed, expected {@case.Errors?[0].Message}";
        }
        catch (SyntaxException e)
        {
            return @case.Parses ? $"{@case.Id}: refused with {e.Message}" : null;
        }
    }
}
