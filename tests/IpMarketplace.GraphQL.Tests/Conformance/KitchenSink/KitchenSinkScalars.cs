using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Tests.Conformance.KitchenSink;

/// <summary>A whole even number.</summary>
internal sealed class EvenType() : ScalarType("Even")
{
    public override Type RuntimeType => typeof(int);

    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem) =>
        TryRead(literal is IntValueNode node && long.TryParse(node.Value, out var number) ? number : null, literal.ToString()!, out value, out problem);

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem) =>
        TryRead(json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) ? number : null, json.GetRawText(), out value, out problem);

    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        result = value;
        var isEven = (value.Kind == FieldValueKind.Integer && value.AsInteger() % 2 == 0) || (value.Kind == FieldValueKind.Float && value.AsFloat() % 2 == 0);
        problem = isEven ? null : $"boom: {JsonSerializer.Serialize(value.ToObject())} is not even";
        return isEven;
    }

    private static bool TryRead(double? number, string text, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = number is { } given && given % 2 == 0 ? (long)given : null;
        problem = value is null ? $"{text} is not even" : null;
        return problem is null;
    }
}

/// <summary>A string whose letters are upper-cased on the way in; or taken as it is.</summary>
internal sealed class TextType(string name, bool upperCases) : ScalarType(name)
{
    public override Type RuntimeType => typeof(string);

    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem) =>
        TryRead((literal as StringValueNode)?.Value, out value, out problem);

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem) =>
        TryRead(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value, out problem);

    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        (result, problem) = (value, null);
        return true;
    }

    private bool TryRead(string? text, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = upperCases ? text?.ToUpperInvariant() : text;
        problem = value is null ? $"{Name} takes a string." : null;
        return problem is null;
    }
}
