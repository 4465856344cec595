using System.Collections.Immutable;
using System.Text.Json;
using IpMarketplace.GraphQL.Building.Relay;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>From the runtime values of schema types to what C# parameters and members take.</summary>
internal static class InputConverters
{
    /// <summary>The converter; null where the runtime value is right as it is.</summary>
    public static InputConverter? For(IType type, ClrShape shape, IdCoding? coding)
    {
        if (shape.IsOptional)
        {
            return For(type, shape.Argument ?? ClrShape.Of(shape.Type.GenericTypeArguments[0]), coding);
        }
        if (type.Nullable is ListType list && shape.Item is { } item)
        {
            return List(For(list.Item, item, coding), shape.Type, ItemType(item));
        }
        if (coding is not null)
        {
            return (value, problems) => coding.Decode((string)value, shape.Type, problems);
        }
        return type.NamedType is ScalarType scalar && scalar.RuntimeType != shape.Type ? Scalar(shape.Type) : null;
    }

    /// <summary>Formats every scalar, those in lists each by itself, and converts what comes of it.</summary>
    public static InputConverter After(InputFormatter format, InputConverter? convert) => (value, problems) =>
    {
        var before = problems.Count;
        var formatted = Format(value, format, problems);
        return problems.Count > before || formatted is null || convert is null ? formatted : convert(formatted, problems);
    };

    private static object? Format(object value, InputFormatter format, CoercionProblems problems)
    {
        if (value is not object?[] items)
        {
            return format(value, problems);
        }
        var formatted = new object?[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var since = problems.Count;
            formatted[i] = items[i] is { } item ? Format(item, format, problems) : null;
            problems.Below(since, i);
        }
        return formatted;
    }

    private static Type ItemType(ClrShape item) => item is { IsNullable: true, Type.IsValueType: true } ? typeof(Nullable<>).MakeGenericType(item.Type) : item.Type;

    private static InputConverter? Scalar(Type wanted)
    {
        if (wanted == typeof(DateTime))
        {
            return (value, _) => ((DateTimeOffset)value).UtcDateTime;
        }
        if (wanted == typeof(char))
        {
            return (value, problems) => value is string { Length: 1 } text ? text[0] : Refuse($"\"{Excerpt.Of(value)}\" is not a single character.", problems);
        }
        if (wanted == typeof(JsonElement))
        {
            return (value, _) => JsonSerializer.SerializeToElement(value);
        }
        if (!wanted.IsPrimitive)
        {
            return null;
        }
        return (value, problems) =>
        {
            try
            {
                return Convert.ChangeType(value, wanted, System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (OverflowException)
            {
                return Refuse($"{Excerpt.Of(value)} is too large.", problems);
            }
        };
    }

    private static object? Refuse(string message, CoercionProblems problems)
    {
        problems.Add(message);
        return null;
    }

    private static InputConverter List(InputConverter? item, Type wanted, Type itemType)
    {
        var shape = (ICollectionShape)Activator.CreateInstance(typeof(CollectionShape<>).MakeGenericType(itemType))!;
        return (value, problems) =>
        {
            var before = problems.Count;
            var items = (object?[])value;
            var converted = new object?[items.Length];
            for (var i = 0; i < items.Length; i++)
            {
                var since = problems.Count;
                converted[i] = items[i] is { } some && item is not null ? item(some, problems) : items[i];
                problems.Below(since, i);
            }
            return problems.Count > before ? null : shape.Make(converted, wanted);
        };
    }

    private interface ICollectionShape
    {
        object Make(object?[] items, Type wanted);
    }

    private sealed class CollectionShape<T> : ICollectionShape
    {
        public object Make(object?[] items, Type wanted)
        {
            var typed = Array.ConvertAll(items, item => (T)item!);
            return wanted.IsAssignableFrom(typeof(T[])) ? typed
                : wanted.IsAssignableFrom(typeof(List<T>)) ? typed.ToList()
                : wanted.IsAssignableFrom(typeof(HashSet<T>)) ? typed.ToHashSet()
                : wanted.IsAssignableFrom(typeof(ImmutableArray<T>)) ? typed.ToImmutableArray()
                : throw new SchemaException($"An input cannot be of type {wanted}; use an array, a list or a set.");
        }
    }
}
