using System.Text;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Tests.Conformance;
using IpMarketplace.GraphQL.Tests.Fuzzing;

namespace IpMarketplace.GraphQL.Tests.Language;

public sealed class ParserFuzzTests
{
    [Fact]
    public void Random_bytes_only_ever_lead_to_syntax_errors()
    {
        var random = new Random(20250901);
        var refused = 0;
        for (var i = 0; i < 8_000; i++)
        {
            var source = new byte[random.Next(200)];
            random.NextBytes(source);
            refused += Parses(source) ? 0 : 1;
        }

        Assert.True(refused > 7_900);
    }

    [Fact]
    public void Mutated_documents_parse_to_what_prints_and_parses_again_or_lead_to_syntax_errors()
    {
        var random = new Random(20250902);
        var seeds = ConformanceCases.ReadAll<ValidationFile>("validation").Values
            .SelectMany(file => file.Cases.Select(@case => @case.Document).Concat(file.Schemas.Values))
            .Distinct()
            .Select(Encoding.UTF8.GetBytes)
            .Where(seed => seed.Length < 2_000)
            .ToArray();
        var (parsed, refused) = (0, 0);
        for (var i = 0; i < 16_000; i++)
        {
            if (Parses(ByteMutator.OfDocuments.Mutate(seeds[random.Next(seeds.Length)], random))) parsed++;
            else refused++;
        }

        Assert.True(parsed > 500 && refused > 5_000, $"{parsed} parsed, {refused} refused");
    }

    private static bool Parses(byte[] source)
    {
        try
        {
            var document = Utf8GraphQLParser.Parse(source);
            var printed = SyntaxPrinter.Print(document);
            Assert.Equal(printed, SyntaxPrinter.Print(Utf8GraphQLParser.Parse(printed)));
            return true;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }
}
