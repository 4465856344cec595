using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace IpMarketplace.Persistence.Inputs;

/// <summary>The texts, amounts and dates inside an input, found by reflection once a type.</summary>
internal sealed class InputShape
{
    private static readonly ConcurrentDictionary<Type, InputShape> Known = [];
    private readonly (PropertyInfo Property, InputTraits Traits)[] _members;

    private InputShape(Type type) =>
        _members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => (property, InputTraits.Of(property)))];

    /// <summary>Every text, amount and date of an input that is there, with its path from <c>input</c>.</summary>
    public static IEnumerable<InputLeaf> LeavesOf(object input) => Known.GetOrAdd(input.GetType(), type => new InputShape(type)).Leaves(input, "");

    /// <summary>The classes of an input and of what lies in it.</summary>
    public static IEnumerable<Type> ClassesIn(Type input) =>
        input.GetProperties().Select(property => property.PropertyType).Where(IsInput).SelectMany(ClassesIn).Prepend(input);

    private IEnumerable<InputLeaf> Leaves(object input, string path)
    {
        foreach (var (property, traits) in _members)
        {
            if (property.GetValue(input) is not { } value)
            {
                continue;
            }
            var place = path + traits.Name;
            foreach (var leaf in value switch
            {
                string or decimal or DateOnly => [new InputLeaf(place, value, traits)],
                IEnumerable items => items.Cast<object?>().Select((item, i) => (item, i)).Where(entry => entry.item is string or decimal or DateOnly)
                    .Select(entry => new InputLeaf($"{place}[{entry.i}]", entry.item!, traits with { IsNullable = false })),
                _ when IsInput(property.PropertyType) => Known.GetOrAdd(value.GetType(), type => new InputShape(type)).Leaves(value, $"{place}."),
                _ => [],
            })
            {
                yield return leaf;
            }
        }
    }

    private static bool IsInput(Type type) => type is { IsClass: true, IsArray: false } && type.Assembly == typeof(InputShape).Assembly;
}

/// <summary>One text, amount or date of an input.</summary>
/// <param name="Path">Its path from <c>input</c>: <c>content.title</c>, <c>industries[2]</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Traits">What is said of its member.</param>
internal sealed record InputLeaf(string Path, object Value, InputTraits Traits);

/// <summary>What is said of a member of an input.</summary>
internal sealed record InputTraits(string Name, bool IsNullable, bool IsName, bool IsSecret, bool MayBeBlank)
{
    public static InputTraits Of(PropertyInfo property) => new(
        char.ToLowerInvariant(property.Name[0]) + property.Name[1..],
        new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable,
        property.IsDefined(typeof(NameAttribute)),
        property.IsDefined(typeof(SecretAttribute)),
        property.IsDefined(typeof(MayBeBlankAttribute)));
}
