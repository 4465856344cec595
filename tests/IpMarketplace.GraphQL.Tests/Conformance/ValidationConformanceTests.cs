using System.Collections.Concurrent;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using IpMarketplace.GraphQL.Validation;
using Xunit.Abstractions;

namespace IpMarketplace.GraphQL.Tests.Conformance;

public sealed class ValidationConformanceTests(ITestOutputHelper output)
{
    private static readonly ConcurrentDictionary<string, DocumentValidator> Validators = new();

    public static TheoryData<string> Files => ConformanceCases.Names("validation");

    [Theory]
    [MemberData(nameof(Files))]
    public void Documents_are_valid_or_violate_exactly_the_rules_of_the_reference_implementation(string name)
    {
        var file = ConformanceCases.Read<ValidationFile>("validation", name);

        var failures = file.Cases.Select(@case => Failure(file, @case)).OfType<string>().ToList();

        output.WriteLine($"{name} ({file.Section}): {file.Cases.Count - failures.Count} of {file.Cases.Count}");
        Assert.NotEmpty(file.Cases);
        Assert.True(failures.Count == 0, $"{failures.Count} of {file.Cases.Count} fail:\n{string.Join('\n', failures)}");
    }

    private static string? Failure(ValidationFile file, ValidationCase @case)
    {
        var expected = (@case.Rules ?? []).Order(StringComparer.Ordinal).ToList();
        var violated = Violated(file.Schemas[@case.Schema], @case.Document);
        return @case.Valid == (violated.Count == 0) && expected.SequenceEqual(violated)
            ? null
            : $"{@case.Id}: [{string.Join(", ", violated)}], expected [{string.Join(", ", expected)}]: {@case.Document}";
    }

    private static readonly ValidationOptions Options = new() { Limits = ConformanceCases.Limits with { MaxDepth = 20 } };

    private static List<string> Violated(string sdl, string source)
    {
        try
        {
            var document = Utf8GraphQLParser.Parse(source, ParserOptions.Trusted);
            var errors = Validators.GetOrAdd(sdl, text => new DocumentValidator(SchemaBuilder.FromSdl(text).Build(), Options)).Validate(document);
            return [.. errors.Select(error => (string)error.Extensions!["rule"]!).Distinct().Order(StringComparer.Ordinal)];
        }
        catch (SyntaxException)
        {
            return [ValidationCase.Syntax];
        }
    }
}
