using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>Int</c>: a whole number of 32 bits (spec 3.5.1).</summary>
public sealed class IntType : ScalarType
{
    /// <summary>The built-in scalar.</summary>
    public IntType() : base("Int") => Description = "A whole number between -2147483648 and 2147483647.";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(int);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        if (literal is IntValueNode node && int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
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
        if (json.ValueKind == JsonValueKind.Number && Numbers.TryWhole(json, out var number) && number is >= int.MinValue and <= int.MaxValue)
        {
            (value, problem) = ((int)number, null);
            return true;
        }
        (value, problem) = (null, Wanted(json.GetRawText()));
        return false;
    }

    /// <inheritdoc/>
    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        if (Numbers.TryWhole(value, out var number) && number is >= int.MinValue and <= int.MaxValue)
        {
            (result, problem) = (number, null);
            return true;
        }
        (result, problem) = (default, Wanted(value.ToObject()));
        return false;
    }

    private static string Wanted(object? found) => $"Int takes a whole number of 32 bits, not {Excerpt.Of(found)}.";
}
