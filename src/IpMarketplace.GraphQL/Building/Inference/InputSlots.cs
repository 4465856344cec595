using System.Linq.Expressions;
using System.Reflection;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>Coerced values as typed C# values, in compiled code.</summary>
internal static class InputSlots
{
    private static readonly MethodInfo PlainMethod = typeof(InputSlots).GetMethod(nameof(Plain), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo OptionalMethod = typeof(InputSlots).GetMethod(nameof(Optional), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Reads a slot that holds a value, null or <see cref="ArgumentValues.Absent"/>.</summary>
    public static MethodCallExpression Read(Expression slot, Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>)
        ? Expression.Call(OptionalMethod.MakeGenericMethod(type.GenericTypeArguments[0]), slot)
        : Expression.Call(PlainMethod.MakeGenericMethod(type), slot);

    private static T? Plain<T>(object? slot) => slot is T value ? value : default;

    private static Optional<T> Optional<T>(object? slot) => ReferenceEquals(slot, ArgumentValues.Absent) ? default : new Optional<T>(slot is T value ? value : default);
}
