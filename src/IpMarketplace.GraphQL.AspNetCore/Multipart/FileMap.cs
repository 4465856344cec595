using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.AspNetCore.Multipart;

/// <summary>The part <c>map</c> of a multipart request: which file goes where in <c>operations</c>.</summary>
internal sealed class FileMap
{
    private static readonly JsonDocumentOptions Strict = JsonNesting.Checked with { AllowDuplicateProperties = false };

    // The list of requests, and the request.
    private const int AboveMembers = 2;

    private readonly Dictionary<string, string[]> _paths = new(StringComparer.Ordinal);

    /// <summary>The names of the parts that hold the files.</summary>
    public IReadOnlyCollection<string> Names => _paths.Keys;

    /// <exception cref="MalformedRequestException">It is not an object of lists of paths.</exception>
    public static FileMap Parse(byte[] json, int nesting)
    {
        var map = new FileMap();
        if (Read(json, "map", nesting) is not JsonObject members)
        {
            throw NoMap();
        }
        foreach (var (name, paths) in members)
        {
            map._paths.Add(name, paths is JsonArray list ? [.. list.Select(path => path?.GetValueKind() == JsonValueKind.String ? path.GetValue<string>() : throw NoMap())] : throw NoMap());
        }
        return map;
    }

    /// <summary>The operations with the name of a file's part where the file belongs.</summary>
    /// <exception cref="MalformedRequestException">There is no null at one of the places.</exception>
    public byte[] Fill(byte[] operations, int nesting)
    {
        if (_paths.Count == 0)
        {
            return operations;
        }
        var root = Read(operations, "operations", nesting + AboveMembers);
        foreach (var (name, paths) in _paths)
        {
            foreach (var path in paths)
            {
                if (!TryPut(root, path.Split('.'), name))
                {
                    throw MalformedRequestException.BadRequest($"\"map\" puts the file \"{Excerpt.Of(name)}\" at \"{Excerpt.Of(path)}\", but \"operations\" has no null among its variables there.");
                }
            }
        }
        var filled = new ArrayBufferWriter<byte>(operations.Length);
        using (var writer = new Utf8JsonWriter(filled, new JsonWriterOptions { MaxDepth = int.MaxValue }))
        {
            root!.WriteTo(writer);
        }
        return filled.WrittenSpan.ToArray();
    }

    private static JsonNode? Read(byte[] json, string part, int nesting)
    {
        try
        {
            JsonNesting.Check(json, $"\"{part}\" is", nesting);
            var node = JsonNode.Parse(json, documentOptions: Strict);
            return JsonStrings.AreReadable(json) ? node : throw MalformedRequestException.BadRequest($"\"{part}\" holds a string that is no text.");
        }
        catch (JsonException)
        {
            throw MalformedRequestException.BadRequest($"\"{part}\" is not valid JSON, or names a member twice.");
        }
    }

    private static bool TryPut(JsonNode? root, string[] path, string name)
    {
        var request = root is JsonArray ? 1 : 0;
        if (path.Length < request + 2 || path[request] != "variables")
        {
            return false;
        }
        var (node, last) = (root, path[^1]);
        foreach (var step in path.AsSpan(0, path.Length - 1))
        {
            node = node is JsonArray list ? IndexIn(list, step) is { } index ? list[index] : null : (node as JsonObject)?[step];
        }
        switch (node)
        {
            case JsonObject members when members.TryGetPropertyValue(last, out var value) && value is null:
                members[last] = name;
                return true;
            case JsonArray items when IndexIn(items, last) is { } index && items[index] is null:
                items[index] = name;
                return true;
            default:
                return false;
        }
    }

    private static int? IndexIn(JsonArray list, string step) => uint.TryParse(step, null, out var index) && index < list.Count ? (int)index : null;

    private static MalformedRequestException NoMap() =>
        MalformedRequestException.BadRequest("\"map\" must be a JSON object that gives each file a list of paths: {\"0\": [\"variables.file\"]}.");
}
