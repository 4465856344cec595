using System.Linq.Expressions;
using System.Reflection;
using IpMarketplace.GraphQL.Building.Relay;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>C# answers as field values, in compiled code, without boxing where the C# type allows it.</summary>
internal static class ResultEncoding
{
    private static readonly MethodInfo FromMethod = typeof(FieldValue).GetMethod(nameof(FieldValue.From))!;
    private static readonly MethodInfo EncodeIdMethod = typeof(IdCoding).GetMethod(nameof(IdCoding.EncodeValue))!;

    /// <summary>The field value of an expression.</summary>
    public static Expression Encode(Expression value, IType type, IdCoding? coding)
    {
        var clrType = value.Type;
        if (clrType == typeof(FieldValue))
        {
            return value;
        }
        if (coding is not null && (Nullable.GetUnderlyingType(clrType) ?? clrType) is var key && (key == typeof(long) || key == typeof(int)))
        {
            return Expression.Call(Expression.Constant(coding), nameof(IdCoding.EncodeNumber), null, Expression.Convert(value, typeof(long?)));
        }
        if (coding is not null)
        {
            return Expression.Call(Expression.Constant(coding), EncodeIdMethod, Expression.Convert(value, typeof(object)));
        }
        if (type.Nullable is EnumType enumType && (Nullable.GetUnderlyingType(clrType) ?? clrType).IsEnum)
        {
            return Enum(value, enumType);
        }
        if (clrType == typeof(short) || clrType == typeof(ushort) || clrType == typeof(byte) || clrType == typeof(sbyte))
        {
            value = Expression.Convert(value, typeof(int));
        }
        return ConversionFrom(value.Type) is { } conversion
            ? Expression.Convert(value, typeof(FieldValue), conversion)
            : Expression.Call(FromMethod, Expression.Convert(value, typeof(object)));
    }

    private static MethodInfo? ConversionFrom(Type type) => typeof(FieldValue).GetMethod("op_Implicit", [type]) is { } found && found.GetParameters()[0].ParameterType == type ? found : null;

    private static MethodCallExpression Enum(Expression value, EnumType type)
    {
        var clrEnum = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        var names = Activator.CreateInstance(typeof(EnumNames<>).MakeGenericType(clrEnum), type)!;
        return Expression.Call(Expression.Constant(names), nameof(EnumNames<>.Encode), null, Expression.Convert(value, typeof(Nullable<>).MakeGenericType(clrEnum)));
    }

    /// <summary>The encoded names of an enum's values.</summary>
    private sealed class EnumNames<T>(EnumType type) where T : struct, Enum
    {
        private readonly Dictionary<T, FieldValue> _names = type.Values.DistinctBy(value => value.Value).ToDictionary(value => (T)value.Value, value => value.Encoded);

        public FieldValue Encode(T? value) => value is not { } some ? default : _names.TryGetValue(some, out var name) ? name : FieldValue.From(some);
    }
}
