using System.Globalization;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>A scalar (spec 3.5).</summary>
public abstract class ScalarType(string name) : LeafType(name)
{
    /// <inheritdoc/>
    public sealed override TypeKind Kind => TypeKind.Scalar;

    /// <summary>Where the notation of the values is specified; null for nothing said.</summary>
    public string? SpecifiedBy { get; internal set; }

    /// <summary>The CLR type of the runtime values.</summary>
    public abstract Type RuntimeType { get; }

    /// <inheritdoc/>
    public override IValueNode ToLiteral(object value)
    {
        if (!TryCoerceResult(FieldValue.From(value), out var result, out var problem))
        {
            throw new ArgumentException(problem, nameof(value));
        }
        return result.Kind switch
        {
            FieldValueKind.Integer => new IntValueNode(result.AsInteger().ToString(CultureInfo.InvariantCulture)),
            FieldValueKind.Float => new FloatValueNode(result.AsFloat().ToString("R", CultureInfo.InvariantCulture)),
            FieldValueKind.Decimal => new FloatValueNode(result.AsDecimal().ToString(CultureInfo.InvariantCulture)),
            FieldValueKind.Boolean => new BooleanValueNode(result.AsBoolean()),
            FieldValueKind.Date => new StringValueNode(result.AsDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            FieldValueKind.DateTime => new StringValueNode(result.AsDateTime().ToString("O", CultureInfo.InvariantCulture)),
            _ => new StringValueNode(result.ToObject()?.ToString() ?? string.Empty),
        };
    }
}
