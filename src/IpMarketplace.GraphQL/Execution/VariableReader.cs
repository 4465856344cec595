using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using IpMarketplace.GraphQL.TypeSystem.Scalars;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Coerces the variables of a request (spec 6.1.2).</summary>
internal static class VariableReader
{
    /// <exception cref="GraphQLException">The variables are no JSON object, exceed a limit, or do not fit their types.</exception>
    public static VariableValues Read(Operation operation, ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, IFile>? files, ValidationOptions options)
    {
        var definitions = operation.Definition.VariableDefinitions;
        if (definitions.IsEmpty)
        {
            return VariableValues.None;
        }
        var problems = new CoercionProblems(options.Suggestions);
        var values = InputCoercion.CoerceVariables(operation.Schema, definitions, Parse(json.Span, options.Limits), problems, files);
        return problems.Count == 0 ? values : throw new GraphQLException([.. problems.All.Select(problem => ToError(problem, operation))]);
    }

    private static JsonElement Parse(ReadOnlySpan<byte> json, RequestLimits limits)
    {
        if (json.IsEmpty)
        {
            return default;
        }
        try
        {
            VariableLimits.Check(json, limits);
            var reader = new Utf8JsonReader(json, JsonNesting.AnyDepth);
            var element = JsonElement.ParseValue(ref reader);
            if (!JsonStrings.AreReadable(json))
            {
                throw new GraphQLException(new Error("The variables hold a string that is no text: bytes that are not UTF-8, or a surrogate without its pair.", ErrorCode.BadRequest));
            }
            return element.ValueKind is JsonValueKind.Object or JsonValueKind.Null ? element : throw NoObject();
        }
        catch (JsonException)
        {
            throw NoObject();
        }
    }

    private static GraphQLException NoObject() => new(new Error("The variables must be a JSON object.", ErrorCode.BadRequest));

    private static IError ToError(CoercionProblem problem, Operation operation)
    {
        var error = ErrorBuilder.New().SetMessage($"Variable {problem}").SetCode(problem.Code ?? ErrorCode.InvalidVariable);
        var definition = operation.Definition.VariableDefinitions.FirstOrDefault(candidate => problem.Segments is [string name, ..] && name == $"${candidate.Variable.Name}");
        return definition is { Location.IsKnown: true } known ? error.AddLocation(known.Location.Line, known.Location.Column).Build() : error.Build();
    }
}
