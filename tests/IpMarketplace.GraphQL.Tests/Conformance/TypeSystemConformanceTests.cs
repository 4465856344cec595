using IpMarketplace.GraphQL.TypeSystem.Sdl;
using IpMarketplace.GraphQL.TypeSystem.Validation;
using Xunit.Abstractions;

namespace IpMarketplace.GraphQL.Tests.Conformance;

public sealed class TypeSystemConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Schemas_are_accepted_or_refused_as_the_specification_says()
    {
        var cases = ConformanceCases.Read<SchemaFile>("schema", "type-system").Cases.Where(@case => @case.Tags?.Contains("after-2025") != true).ToList();

        var failures = cases.Select(Failure).OfType<string>().ToList();

        output.WriteLine($"type system: {cases.Count - failures.Count} of {cases.Count}");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string? Failure(SchemaCase @case)
    {
        try
        {
            SchemaBuilder.FromSdl(@case.Sdl).Build();
            return @case.Valid ? null : $"{@case.Id}: accepted: {@case.Sdl}";
        }
        catch (SchemaException e)
        {
            return @case.Valid ? $"{@case.Id}: {e.Message}: {@case.Sdl}" : null;
        }
    }

    private sealed record SchemaFile(IReadOnlyList<SchemaCase> Cases);

    private sealed record SchemaCase(string Id, string Sdl, bool Valid, IReadOnlyList<string>? Tags);
}
