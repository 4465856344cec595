using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>Float</c>: a finite double (spec 3.5.2).</summary>
public sealed class FloatType : ScalarType
{
    /// <summary>The built-in scalar.</summary>
    public FloatType() : base("Float") => Description = "A number with a fraction, of double precision (IEEE 754).";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(double);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        var text = literal switch { IntValueNode whole => whole.Value, FloatValueNode real => real.Value, _ => null };
        if (text is not null && double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number))
        {
            (value, problem) = (number, null);
            return true;
        }
        (value, problem) = (null, Wanted(literal));
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number))
        {
            (value, problem) = (number, null);
            return true;
        }
        (value, problem) = (null, Wanted(json.GetRawText()));
        return false;
    }

    /// <inheritdoc/>
    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        if (Numbers.TryReal(value, out var number))
        {
            (result, problem) = (number, null);
            return true;
        }
        (result, problem) = (default, Wanted(value.ToObject()));
        return false;
    }

    private static string Wanted(object? found) => $"Float takes a finite number, not {Excerpt.Of(found)}.";
}
