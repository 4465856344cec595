using System.Text.Json;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Tests.Conformance.KitchenSink;

/// <summary>The named objects of the data file, and its markers for references, failures and values that come a turn later.</summary>
internal sealed class KitchenSinkData
{
    private readonly Dictionary<string, Dictionary<string, object?>> _named;

    private KitchenSinkData(Dictionary<string, Dictionary<string, object?>> named) => _named = named;

    public static KitchenSinkData Read(string json) => new(
        JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => (Dictionary<string, object?>)Plain(entry.Value)!));

    public Dictionary<string, object?> this[string name] => _named[name];

    public Dictionary<string, object?>? Named(string[] names, Func<Dictionary<string, object?>, bool> condition) =>
        names.Select(name => _named[name]).FirstOrDefault(condition);

    /// <summary>What a resolver answers for a value of the file.</summary>
    public object? Resolve(object? value) => value switch
    {
        Dictionary<string, object?> marker when marker.TryGetValue("$ref", out var name) => _named[(string)name!],
        Dictionary<string, object?> marker when marker.TryGetValue("$throw", out var message) => throw Boom((string)message!),
        Dictionary<string, object?> marker when marker.TryGetValue("$async", out var late) => LaterAsync(() => Resolve(late)),
        object?[] items => items.Select(ResolveItem).ToArray(),
        _ => value,
    };

    public static GraphQLException Boom(string message) => new(message);

    public static async Task<object?> LaterAsync(Func<object?> value, int turns = 1)
    {
        for (var i = 0; i < turns; i++)
        {
            await Task.Yield();
        }
        return value();
    }

    private object? ResolveItem(object? item)
    {
        try
        {
            return Resolve(item);
        }
        catch (GraphQLException failure)
        {
            return Task.FromException<object?>(failure);
        }
    }

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(member => member.Name, member => Plain(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt32(out var whole) ? (object)whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
