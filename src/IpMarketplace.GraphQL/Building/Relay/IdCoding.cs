using System.Collections;
using System.Globalization;
using System.Text;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.Building.Relay;

/// <summary>Global ids of one object type, on the way out and in. Without a type name it reads ids of any type.</summary>
internal sealed class IdCoding(INodeIdSerializer serializer, string? typeName)
{
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes($"{typeName}:");

    /// <summary>Writes a key, or a sequence of keys.</summary>
    public object? Encode(object? value) => value switch
    {
        null => null,
        string key => serializer.Format(typeName!, key),
        IEnumerable keys => keys.Cast<object?>().Select(Encode).ToArray(),
        _ => serializer.Format(typeName!, value),
    };

    public FieldValue EncodeValue(object? value) => FieldValue.From(Encode(value));

    /// <summary>Writes a number without boxing it.</summary>
    public FieldValue EncodeNumber(long? key)
    {
        if (key is not { } number)
        {
            return default;
        }
        if (serializer is not NodeIdSerializer)
        {
            return serializer.Format(typeName!, number);
        }
        var id = NodeIdSerializer.FormatUtf8(_prefix, number);
        return FieldValue.FromUtf8(id, 0, id.Length);
    }

    /// <summary>Reads an id into a key of the given C# type.</summary>
    public object? Decode(string id, Type keyType, CoercionProblems problems)
    {
        if (!serializer.TryParse(id, out var found))
        {
            problems.Add($"\"{Excerpt.Of(id)}\" is not a global id{Wanted()}.", ErrorCode.InvalidId);
            return null;
        }
        if (typeName is not null && found.TypeName != typeName)
        {
            problems.Add($"\"{Excerpt.Of(id)}\" is the id of a {Excerpt.Of(found.TypeName)}, but the id of a {typeName} is wanted.", ErrorCode.InvalidId);
            return null;
        }
        if (ReadKey(serializer, id, found, keyType) is { } key)
        {
            return key;
        }
        problems.Add($"\"{Excerpt.Of(id)}\" is not a global id{Wanted()}: its key has the wrong form.", ErrorCode.InvalidId);
        return null;
    }

    /// <summary>
    /// The key of an id, of the given C# type. An object has one id only, the one that is written for it: whatever else would read the same
    /// (leading zeros, blanks, spare bits of base64) is null, as a key of another form is.
    /// </summary>
    public static object? ReadKey(INodeIdSerializer serializer, string id, NodeId found, Type keyType) =>
        ParseKey(found.Key, keyType) is { } key && serializer.Format(found.TypeName, key) == id ? key : null;

    private static object? ParseKey(string text, Type keyType) => keyType switch
    {
        _ when keyType == typeof(string) => text,
        _ when keyType == typeof(long) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ when keyType == typeof(int) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ when keyType == typeof(Guid) => Guid.TryParse(text, out var guid) ? guid : null,
        _ => throw new InvalidOperationException($"A key of type {keyType.Name} cannot be part of a global id; use long, int, Guid or string."),
    };

    private string Wanted() => typeName is null ? string.Empty : $" of a {typeName}";
}
