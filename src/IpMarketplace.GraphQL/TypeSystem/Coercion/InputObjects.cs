using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>What literals and JSON have in common when they become input objects (spec 3.10).</summary>
internal static class InputObjects
{
    /// <summary>A slot for every field, none given yet.</summary>
    public static object?[] NewSlots(InputObjectType type)
    {
        var values = new object?[type.Fields.Length];
        Array.Fill(values, ArgumentValues.Absent);
        return values;
    }

    /// <summary>Fills in what was not given and makes the object; null when there are problems.</summary>
    public static object? Complete(InputObjectType type, object?[] values, int since, CoercionProblems problems)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (ReferenceEquals(values[i], ArgumentValues.Absent))
            {
                var before = problems.Count;
                values[i] = InputCoercion.Missing(type.Fields[i], problems);
                problems.Below(before, type.Fields[i].Name);
            }
        }
        if (problems.Count > since)
        {
            return null;
        }
        return type.Factory is { } make ? make(values) : ToDictionary(type, values);
    }

    public static void AddUnknown(InputObjectType type, string name, CoercionProblems problems) =>
        problems.AddSuggesting($"{type} has no field {Excerpt.Of(name)}.", $"It has {Names(type)}.");

    public static void AddNotExactlyOne(InputObjectType type, CoercionProblems problems) =>
        problems.AddSuggesting($"{type} takes exactly one of its fields, and not null.", $"It has {Names(type)}.");

    private static string Names(InputObjectType type) => string.Join(", ", type.Fields.Select(field => field.Name));

    private static Dictionary<string, object?> ToDictionary(InputObjectType type, object?[] values)
    {
        var result = new Dictionary<string, object?>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (!ReferenceEquals(values[i], ArgumentValues.Absent))
            {
                result.Add(type.Fields[i].Name, values[i]);
            }
        }
        return result;
    }
}
