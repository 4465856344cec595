using System.Globalization;
using System.Text.Json;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary>Numbers between the notations.</summary>
internal static class Numbers
{
    /// <summary>A whole number in JSON, however it is written: 7, 7.0, 7e0.</summary>
    public static bool TryWhole(JsonElement json, out long number)
    {
        if (json.TryGetInt64(out number))
        {
            return true;
        }
        return json.TryGetDouble(out var real) && TryWhole(real, out number);
    }

    /// <summary>A whole number in a resolver's answer: numbers without fraction, booleans as 1 and 0, texts of a number (spec 3.5.1, Result Coercion).</summary>
    public static bool TryWhole(FieldValue value, out long number)
    {
        number = 0;
        switch (value.Kind)
        {
            case FieldValueKind.Integer:
                number = value.AsInteger();
                return true;
            case FieldValueKind.Boolean:
                number = value.AsBoolean() ? 1 : 0;
                return true;
            case FieldValueKind.Float:
                return TryWhole(value.AsFloat(), out number);
            case FieldValueKind.Decimal:
                return TryWhole((double)value.AsDecimal(), out number);
            case FieldValueKind.Text:
                return TryReal(value.AsText(), out var real) && TryWhole(real, out number);
            default:
                return false;
        }
    }

    /// <summary>A finite number in a resolver's answer (spec 3.5.2, Result Coercion).</summary>
    public static bool TryReal(FieldValue value, out double number)
    {
        number = value.Kind switch
        {
            FieldValueKind.Integer => value.AsInteger(),
            FieldValueKind.Float => value.AsFloat(),
            FieldValueKind.Boolean => value.AsBoolean() ? 1 : 0,
            FieldValueKind.Decimal => (double)value.AsDecimal(),
            FieldValueKind.Text when TryReal(value.AsText(), out var parsed) => parsed,
            _ => double.NaN,
        };
        return double.IsFinite(number);
    }

    private static bool TryReal(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool TryWhole(double real, out long number)
    {
        number = 0;
        if (!double.IsInteger(real) || real is < -9.2233720368547758E18 or >= 9.2233720368547758E18)
        {
            return false;
        }
        number = (long)real;
        return true;
    }
}
