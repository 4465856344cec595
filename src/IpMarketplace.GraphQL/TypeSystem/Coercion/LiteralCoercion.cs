using System.Collections.Immutable;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>Coerces literals of a document.</summary>
internal static class LiteralCoercion
{
    /// <summary>The runtime value; <see cref="ArgumentValues.Absent"/> for a variable without value.</summary>
    public static object? Coerce(IValueNode literal, IType type, IVariableValues variables, CoercionProblems problems)
    {
        if (literal is VariableNode variable)
        {
            return OfVariable(variable, type, variables, problems);
        }
        if (literal is NullValueNode)
        {
            if (type is NonNullType)
            {
                problems.Add($"A value of type {type} must not be null.");
            }
            return null;
        }
        return type.Nullable switch
        {
            ListType list => OfList(literal, list, variables, problems),
            InputObjectType inputObject => OfInputObject(literal, inputObject, variables, problems),
            LeafType leaf => OfLeaf(literal, leaf, variables, problems),
            _ => throw new InvalidOperationException($"{type} is not an input type: the schema is not valid."),
        };
    }

    private static object? OfVariable(VariableNode variable, IType type, IVariableValues variables, CoercionProblems problems)
    {
        if (!variables.TryGet(variable.Name, out var value))
        {
            return ArgumentValues.Absent;
        }
        if (value is null && type is NonNullType)
        {
            problems.Add($"A value of type {type} must not be null, but ${Excerpt.Of(variable.Name)} is.");
        }
        return value;
    }

    private static object? OfLeaf(IValueNode literal, LeafType leaf, IVariableValues variables, CoercionProblems problems)
    {
        if (!leaf.TryParseLiteral(literal, variables, out var value, out var problem))
        {
            problems.AddSuggesting(problem, leaf.Suggestion);
        }
        return value;
    }

    // Spec 3.11, Input Coercion: a value that is no list becomes a list of one.
    private static object?[] OfList(IValueNode literal, ListType list, IVariableValues variables, CoercionProblems problems)
    {
        if (literal is not ListValueNode node)
        {
            return [Coerce(literal, list.Item, variables, problems)];
        }
        var items = new object?[node.Items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var since = problems.Count;
            items[i] = Coerce(node.Items[i], list.Item, variables, problems);
            if (ReferenceEquals(items[i], ArgumentValues.Absent))
            {
                items[i] = null;
                if (list.Item is NonNullType)
                {
                    problems.Add($"A value of type {list.Item} is required, but the variable has none.");
                }
            }
            problems.Below(since, i);
        }
        return items;
    }

    private static object? OfInputObject(IValueNode literal, InputObjectType type, IVariableValues variables, CoercionProblems problems)
    {
        if (literal is not ObjectValueNode node)
        {
            problems.Add($"{type} takes an object, not {Excerpt.Of(literal)}.");
            return null;
        }
        var since = problems.Count;
        var values = InputObjects.NewSlots(type);
        foreach (var given in node.Fields)
        {
            if (!type.TryGetField(given.Name, out var field))
            {
                InputObjects.AddUnknown(type, given.Name, problems);
                continue;
            }
            var before = problems.Count;
            var value = Coerce(given.Value, field.Type, variables, problems);
            values[field.Index] = ReferenceEquals(value, ArgumentValues.Absent) ? value : InputCoercion.Accept(field, value, before, problems);
            problems.Below(before, field.Name);
        }
        if (type.IsOneOf)
        {
            CheckOneOf(node.Fields, values, type, since, problems);
        }
        return InputObjects.Complete(type, values, since, problems);
    }

    // Spec 3.10.1: exactly one entry, and a variable there must have a value that is not null.
    private static void CheckOneOf(ImmutableArray<ObjectFieldNode> given, object?[] values, InputObjectType type, int since, CoercionProblems problems)
    {
        var hasOne = given.Length == 1 && type.TryGetField(given[0].Name, out var field) && values[field.Index] is { } value
            && !ReferenceEquals(value, ArgumentValues.Absent);
        if (!hasOne && problems.Count == since)
        {
            InputObjects.AddNotExactlyOne(type, problems);
        }
    }
}
