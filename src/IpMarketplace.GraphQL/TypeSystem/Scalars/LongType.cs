using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>Long</c>: a whole number of 64 bits.</summary>
public sealed class LongType : ScalarType
{
    /// <summary>The scalar.</summary>
    public LongType() : base("Long") => Description = "A whole number between -9223372036854775808 and 9223372036854775807.";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(long);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        if (literal is IntValueNode node && long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
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
        if (json.ValueKind == JsonValueKind.Number && Numbers.TryWhole(json, out var number))
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
        if (Numbers.TryWhole(value, out var number))
        {
            (result, problem) = (number, null);
            return true;
        }
        (result, problem) = (default, Wanted(value.ToObject()));
        return false;
    }

    private static string Wanted(object? found) => $"Long takes a whole number of 64 bits, not {Excerpt.Of(found)}.";
}
