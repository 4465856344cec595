using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary>A scalar whose values are written as text of a certain form.</summary>
public abstract class TextScalarType(string name) : ScalarType(name)
{
    /// <summary>What the text must look like, with an example: <c>a date such as "2026-05-31"</c>.</summary>
    protected abstract string Form { get; }

    /// <summary>Reads the text; null when it has not the form.</summary>
    protected abstract object? Read(string text);

    /// <summary>Takes a resolver's answer; null when it is none of the type.</summary>
    protected abstract FieldValue Write(FieldValue value);

    /// <inheritdoc/>
    public sealed override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = literal is StringValueNode text ? Read(text.Value) : null;
        problem = value is null ? $"{Name} takes {Form}, not {Excerpt.Of(literal)}." : null;
        return problem is null;
    }

    /// <inheritdoc/>
    public sealed override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = json.ValueKind == JsonValueKind.String ? Read(json.GetString()!) : null;
        problem = value is null ? $"{Name} takes {Form}, not {Excerpt.Of(json.GetRawText())}." : null;
        return problem is null;
    }

    /// <inheritdoc/>
    public sealed override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        result = Write(value);
        problem = result.IsNull ? $"{Name} takes {Form}, not {value.ToObject()}." : null;
        return problem is null;
    }
}
