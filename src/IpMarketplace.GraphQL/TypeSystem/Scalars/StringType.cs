using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>String</c>: text (spec 3.5.3).</summary>
public sealed class StringType : ScalarType
{
    /// <summary>The built-in scalar.</summary>
    public StringType() : base("String") => Description = "Text, as a sequence of Unicode characters.";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(string);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = (literal as StringValueNode)?.Value;
        problem = value is null ? $"String takes text in quotation marks, not {Excerpt.Of(literal)}." : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        problem = value is null ? $"String takes text, not {Excerpt.Of(json.GetRawText())}." : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        result = value.Kind switch
        {
            FieldValueKind.Text or FieldValueKind.Utf8Text => value,
            FieldValueKind.Boolean => value.AsBoolean() ? "true" : "false",
            FieldValueKind.Integer => value.AsInteger().ToString(CultureInfo.InvariantCulture),
            FieldValueKind.Float when double.IsFinite(value.AsFloat()) => value.AsFloat().ToString("R", CultureInfo.InvariantCulture),
            FieldValueKind.Decimal => value.AsDecimal().ToString(CultureInfo.InvariantCulture),
            FieldValueKind.Object when value.ToObject() is Guid or Uri or char or Enum => value.ToObject()!.ToString(),
            _ => default(FieldValue),
        };
        problem = result.IsNull ? $"String takes text, not {value.ToObject()}." : null;
        return problem is null;
    }
}
