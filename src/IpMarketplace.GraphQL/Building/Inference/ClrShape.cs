using System.Collections;
using System.Reflection;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>A C# type with its nullable annotations: what a schema type is inferred from.</summary>
/// <param name="Type">The type, without <see cref="Nullable{T}"/>.</param>
/// <param name="IsNullable">Whether null is allowed.</param>
/// <param name="Item">The items, when it is a sequence; null when it is none.</param>
/// <param name="Argument">What stands in the first type argument: a task's or a field result's value.</param>
internal sealed record ClrShape(Type Type, bool IsNullable, ClrShape? Item = null, ClrShape? Argument = null)
{
    private static readonly Type[] Wrappers = [typeof(Task<>), typeof(ValueTask<>), typeof(FieldResult<>), typeof(FieldResult<,>)];

    public static ClrShape Of(PropertyInfo property) => From(new NullabilityInfoContext().Create(property));

    public static ClrShape Of(ParameterInfo parameter) => From(new NullabilityInfoContext().Create(parameter));

    /// <summary>What remains when tasks and field results are taken off.</summary>
    public ClrShape Result => Type.IsGenericType && Wrappers.Contains(Type.GetGenericTypeDefinition()) ? Argument!.Result : this;

    /// <summary>Whether the value has to be awaited.</summary>
    public bool IsAwaited => Type.IsGenericType && Type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>));

    /// <summary>Whether it is an <see cref="Optional{T}"/>.</summary>
    public bool IsOptional => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <summary>A type without annotations: reference types exclude null.</summary>
    public static ClrShape Of(Type type) => Nullable.GetUnderlyingType(type) is { } value
        ? new ClrShape(value, IsNullable: true)
        : new ClrShape(type, IsNullable: false, ElementOf(type) is { } item ? Of(item) : null);

    private static ClrShape From(NullabilityInfo info)
    {
        if (Nullable.GetUnderlyingType(info.Type) is { } value)
        {
            return new ClrShape(value, IsNullable: true);
        }
        var nullable = !info.Type.IsValueType && info.ReadState != NullabilityState.NotNull;
        return new ClrShape(info.Type, nullable, ItemOf(info), info.GenericTypeArguments is [var first, ..] ? From(first) : null);
    }

    private static ClrShape? ItemOf(NullabilityInfo info)
    {
        if (ElementOf(info.Type) is not { } element)
        {
            return null;
        }
        return info.ElementType is { } item ? From(item)
            : info.GenericTypeArguments is [var only] && only.Type == element ? From(only)
            : Of(element);
    }

    private static Type? ElementOf(Type type)
    {
        if (type == typeof(string) || typeof(IDictionary).IsAssignableFrom(type))
        {
            return null;
        }
        if (type.IsArray)
        {
            return type.GetElementType();
        }
        var sequences = type.GetInterfaces().Append(type).Where(face => face.IsGenericType).ToArray();
        if (sequences.Any(face => face.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)))
        {
            return null;
        }
        return sequences.FirstOrDefault(face => face.GetGenericTypeDefinition() == typeof(IEnumerable<>) || face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))?.GenericTypeArguments[0];
    }
}
