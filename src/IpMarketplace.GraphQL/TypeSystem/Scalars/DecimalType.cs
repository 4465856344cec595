using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>Decimal</c>: a decimal number without rounding, such as an amount of money.</summary>
public sealed class DecimalType : ScalarType
{
    /// <summary>The scalar.</summary>
    public DecimalType() : base("Decimal") => Description = "A decimal number of up to 28 digits, exact, such as an amount of money.";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(decimal);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        var text = literal switch { IntValueNode whole => whole.Value, FloatValueNode real => real.Value, _ => null };
        value = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        problem = value is null ? Wanted(literal) : null;
        return problem is null;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number) ? number : null;
        problem = value is null ? Wanted(json.GetRawText()) : null;
        return problem is null;
    }

    /// <inheritdoc/>
    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        result = value.Kind switch
        {
            FieldValueKind.Decimal or FieldValueKind.Integer => value,
            FieldValueKind.Float when Math.Abs(value.AsFloat()) < 7.9e28 => (decimal)value.AsFloat(),
            _ => default(FieldValue),
        };
        problem = result.IsNull ? Wanted(value.ToObject()) : null;
        return problem is null;
    }

    private static string Wanted(object? found) => $"Decimal takes a decimal number, not {found}.";
}
