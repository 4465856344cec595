using System.Text.Json;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.Tests.Conformance.KitchenSink;
using IpMarketplace.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace IpMarketplace.GraphQL.Tests.Conformance;

/// <summary>Runs every execution case over the kitchen-sink schema, through the same door as any transport.</summary>
public sealed class ExecutionConformanceTests(ITestOutputHelper output)
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(_ => KitchenSinkSchema.Build())
        .AddGraphQLExecution(new ExecutionOptions { Validation = ValidationOptions.Default with { Limits = ConformanceCases.Limits } })
        .BuildServiceProvider();

    public static TheoryData<string> Files => ConformanceCases.Names("execution");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Answers_are_those_of_the_specification(string file)
    {
        var cases = ConformanceCases.Read<ExecutionFile>("execution", file).Cases;
        var failures = new List<string>();
        foreach (var @case in cases)
        {
            if (await FailureAsync(@case) is { } failure)
            {
                failures.Add($"{@case.Id} ({@case.Name}): {failure}\n  {@case.Query}");
            }
        }

        output.WriteLine($"{file}: {cases.Count - failures.Count} of {cases.Count}");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static async Task<string?> FailureAsync(ExecutionCase @case)
    {
        await using var scope = Services.CreateAsyncScope();
        var request = OperationRequest.FromText(@case.Query, @case.Variables?.GetRawText(), @case.OperationName, scope.ServiceProvider);
        await using var result = await scope.ServiceProvider.GetRequiredService<IRequestExecutor>().ExecuteAsync(request);
        if (@case.ExpectedStream is not { } expected)
        {
            return result is OperationResult response ? ResponseComparison.Difference(@case, @case.Expected, Parse(response)) : "a stream, expected one response";
        }
        if (result is not ResponseStream stream)
        {
            return $"no stream, but {((OperationResult)result).ToJson()}";
        }
        var index = 0;
        await foreach (var response in stream.ReadResultsAsync())
        {
            if (index == expected.Count || ResponseComparison.Difference(@case, expected[index], Parse(response)) is not null)
            {
                return $"event {index} is {response.ToJson()}";
            }
            index++;
        }
        return index == expected.Count ? null : $"{index} events, expected {expected.Count}";
    }

    private static JsonElement Parse(OperationResult response) => JsonDocument.Parse(response.ToJson()).RootElement;
}
