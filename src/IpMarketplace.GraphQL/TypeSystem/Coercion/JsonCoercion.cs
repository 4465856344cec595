using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>Coerces the JSON values of variables.</summary>
/// <param name="files">The files that <c>Upload</c> takes; null for none.</param>
/// <param name="problems">Receives what is wrong.</param>
internal readonly ref struct JsonCoercion(IReadOnlyDictionary<string, IFile>? files, CoercionProblems problems)
{
    /// <summary>The runtime value.</summary>
    public object? Coerce(JsonElement json, IType type)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            if (type is NonNullType)
            {
                problems.Add($"A value of type {type} must not be null.");
            }
            return null;
        }
        return type.Nullable switch
        {
            ListType list => OfList(json, list),
            InputObjectType inputObject => OfInputObject(json, inputObject),
            LeafType leaf => OfLeaf(json, leaf),
            _ => throw new InvalidOperationException($"{type} is not an input type: the document is not valid."),
        };
    }

    private object? OfLeaf(JsonElement json, LeafType leaf)
    {
        if (files is not null && leaf is UploadType && json.ValueKind == JsonValueKind.String && files.TryGetValue(json.GetString()!, out var file))
        {
            return file;
        }
        if (!leaf.TryParseValue(json, out var value, out var problem))
        {
            problems.AddSuggesting(problem, leaf.Suggestion);
        }
        return value;
    }

    // Spec 3.11, Input Coercion: a value that is no list becomes a list of one.
    private object?[] OfList(JsonElement json, ListType list)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(json, list.Item)];
        }
        var items = new object?[json.GetArrayLength()];
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            var since = problems.Count;
            items[i] = Coerce(item, list.Item);
            problems.Below(since, i++);
        }
        return items;
    }

    private object? OfInputObject(JsonElement json, InputObjectType type)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{type} takes an object, not {Excerpt.Of(json.GetRawText())}.");
            return null;
        }
        var since = problems.Count;
        var values = InputObjects.NewSlots(type);
        var (given, nulls) = (0, 0);
        foreach (var member in json.EnumerateObject())
        {
            given++;
            nulls += member.Value.ValueKind == JsonValueKind.Null ? 1 : 0;
            if (!type.TryGetField(member.Name, out var field))
            {
                InputObjects.AddUnknown(type, member.Name, problems);
                continue;
            }
            var before = problems.Count;
            values[field.Index] = InputCoercion.Accept(field, Coerce(member.Value, field.Type), before, problems);
            problems.Below(before, field.Name);
        }
        if (type.IsOneOf && (given != 1 || nulls > 0) && problems.Count == since)
        {
            InputObjects.AddNotExactlyOne(type, problems);
        }
        return InputObjects.Complete(type, values, since, problems);
    }
}
