using System.Text.Json;

namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>Coerces the JSON values of variables.</summary>
internal static class JsonCoercion
{
    /// <summary>The runtime value.</summary>
    public static object? Coerce(JsonElement json, IType type, CoercionProblems problems)
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
            ListType list => OfList(json, list, problems),
            InputObjectType inputObject => OfInputObject(json, inputObject, problems),
            LeafType leaf => OfLeaf(json, leaf, problems),
            _ => throw new InvalidOperationException($"{type} is not an input type: the document is not valid."),
        };
    }

    private static object? OfLeaf(JsonElement json, LeafType leaf, CoercionProblems problems)
    {
        if (!leaf.TryParseValue(json, out var value, out var problem))
        {
            problems.Add(problem);
        }
        return value;
    }

    // Spec 3.11, Input Coercion: a value that is no list becomes a list of one.
    private static object?[] OfList(JsonElement json, ListType list, CoercionProblems problems)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(json, list.Item, problems)];
        }
        var items = new object?[json.GetArrayLength()];
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            var since = problems.Count;
            items[i] = Coerce(item, list.Item, problems);
            problems.Below(since, i++);
        }
        return items;
    }

    private static object? OfInputObject(JsonElement json, InputObjectType type, CoercionProblems problems)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{type} takes an object, not {json.GetRawText()}.");
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
                problems.Add(InputObjects.Unknown(type, member.Name));
                continue;
            }
            var before = problems.Count;
            values[field.Index] = InputCoercion.Accept(field, Coerce(member.Value, field.Type, problems), problems);
            problems.Below(before, field.Name);
        }
        if (type.IsOneOf && (given != 1 || nulls > 0) && problems.Count == since)
        {
            problems.Add(InputObjects.NotExactlyOne(type));
        }
        return InputObjects.Complete(type, values, since, problems);
    }
}
