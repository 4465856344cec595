using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>Boolean</c>: true or false (spec 3.5.4).</summary>
public sealed class BooleanType : ScalarType
{
    /// <summary>The built-in scalar.</summary>
    public BooleanType() : base("Boolean") => Description = "True or false.";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(bool);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = (literal as BooleanValueNode)?.Value;
        problem = value is null ? $"Boolean takes true or false, not {Excerpt.Of(literal)}." : null;
        return problem is null;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = json.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
        problem = value is null ? $"Boolean takes true or false, not {Excerpt.Of(json.GetRawText())}." : null;
        return problem is null;
    }

    /// <inheritdoc/>
    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        result = value.Kind switch
        {
            FieldValueKind.Boolean => value,
            FieldValueKind.Integer => value.AsInteger() != 0,
            FieldValueKind.Float when double.IsFinite(value.AsFloat()) => value.AsFloat() != 0,
            _ => default(FieldValue),
        };
        problem = result.IsNull ? $"Boolean takes true or false, not {value.ToObject()}." : null;
        return problem is null;
    }
}
