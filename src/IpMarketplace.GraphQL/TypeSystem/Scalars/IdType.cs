using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>ID</c>: an opaque text; whole numbers are taken too (spec 3.5.5).</summary>
public sealed class IdType : ScalarType
{
    /// <summary>The built-in scalar.</summary>
    public IdType() : base("ID") => Description = "Identifies one object. Opaque: to be kept and sent back as it is, not to be read.";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(string);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = literal switch { StringValueNode text => text.Value, IntValueNode whole => whole.Value, _ => null };
        problem = value is null ? $"ID takes text in quotation marks, not {Excerpt.Of(literal)}." : null;
        return problem is null;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number when Numbers.TryWhole(json, out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        problem = value is null ? $"ID takes text, not {Excerpt.Of(json.GetRawText())}." : null;
        return problem is null;
    }

    /// <inheritdoc/>
    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        result = value.Kind switch
        {
            FieldValueKind.Text or FieldValueKind.Utf8Text => value,
            FieldValueKind.Integer or FieldValueKind.Float when Numbers.TryWhole(value, out var number) => number.ToString(CultureInfo.InvariantCulture),
            FieldValueKind.Object when value.ToObject() is Guid guid => guid.ToString(),
            _ => default(FieldValue),
        };
        problem = result.IsNull ? $"ID takes text or a whole number, not {value.ToObject()}." : null;
        return problem is null;
    }
}
