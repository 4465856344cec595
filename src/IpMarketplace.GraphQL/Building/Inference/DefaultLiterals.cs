using System.Collections;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>C# default values as literals of the schema.</summary>
internal static class DefaultLiterals
{
    public static IValueNode Of(object? value, IType type) => (value, type.Nullable) switch
    {
        (null, _) => new NullValueNode(),
        (string text, ListType list) => Of(new[] { text }, list),
        (IEnumerable items, ListType list) => Of(items, list),
        (_, ListType list) => Of(new[] { value }, list),
        (_, LeafType leaf) => leaf.ToLiteral(value),
        _ => throw new SchemaException($"A default of C# type {value.GetType().Name} cannot be written as a literal of {type}."),
    };

    private static ListValueNode Of(IEnumerable items, ListType list) => new([.. items.Cast<object?>().Select(item => Of(item, list.Item))]);
}
