using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Introspection;
using IpMarketplace.GraphQL.TypeSystem.Sdl;

namespace IpMarketplace.GraphQL.TypeSystem.Comparison;

/// <summary>Finds what a new version of a schema changes for the clients of the old one.</summary>
public static class SchemaComparer
{
    /// <summary>Every change, breaking ones first, then by coordinate; none where the schemas mean the same.</summary>
    /// <param name="from">The schema that clients know.</param>
    /// <param name="to">The schema that takes its place.</param>
    public static IReadOnlyList<SchemaChange> Compare(Schema from, Schema to)
    {
        var changes = new SchemaChanges();
        CompareRoots(from, to, changes);
        CompareTypes(from, to, changes);
        CompareDirectives(from, to, changes);
        if (from.Description != to.Description)
        {
            changes.Safe(SchemaChangeKind.DescriptionChanged, "schema", "The description of the schema changed.");
        }
        return [.. changes.All.OrderByDescending(change => change.Criticality).ThenBy(change => change.Coordinate, StringComparer.Ordinal)];
    }

    private static void CompareRoots(Schema from, Schema to, SchemaChanges changes)
    {
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            var (old, @new) = (from.GetRootType(operation)?.Name, to.GetRootType(operation)?.Name);
            if (old == @new)
            {
                continue;
            }
            var what = $"The {operation.ToString().ToLowerInvariant()} root type";
            changes.Add(
                SchemaChangeKind.RootTypeChanged,
                old is null ? Criticality.Safe : Criticality.Breaking,
                old ?? @new!,
                old is null ? $"{what} is now {@new}." : @new is null ? $"{what}, {old}, was removed." : $"{what} is {@new} instead of {old}.");
        }
    }

    private static void CompareTypes(Schema from, Schema to, SchemaChanges changes)
    {
        foreach (var (old, @new) in SchemaChanges.Pair(Own(from), Own(to), type => type.Name))
        {
            switch (old, @new)
            {
                case ({ } removed, null):
                    changes.Breaking(SchemaChangeKind.TypeRemoved, removed.Name, $"The {Noun(removed)} {removed.Name} was removed.");
                    break;
                case (null, { } added):
                    changes.Safe(SchemaChangeKind.TypeAdded, added.Name, $"The {Noun(added)} {added.Name} was added.");
                    break;
                case ({ } before, { } after) when before.Kind != after.Kind:
                    changes.Breaking(SchemaChangeKind.TypeKindChanged, before.Name, $"{before.Name} changed from {Noun(before)} to {Noun(after)}.");
                    break;
                case ({ } before, { } after):
                    changes.Description(before.Name, before.Description, after.Description);
                    TypeComparison.Compare(before, after, changes);
                    break;
            }
        }
    }

    private static void CompareDirectives(Schema from, Schema to, SchemaChanges changes)
    {
        foreach (var (old, @new) in SchemaChanges.Pair(Own(from.Directives), Own(to.Directives), directive => directive.Name))
        {
            switch (old, @new)
            {
                case ({ } removed, null): changes.Breaking(SchemaChangeKind.DirectiveRemoved, $"{removed}", $"The directive {removed} was removed."); break;
                case (null, { } added): changes.Safe(SchemaChangeKind.DirectiveAdded, $"{added}", $"The directive {added} was added."); break;
                case ({ } before, { } after): CompareDirective(before, after, changes); break;
            }
        }
    }

    private static void CompareDirective(DirectiveType before, DirectiveType after, SchemaChanges changes)
    {
        var coordinate = before.ToString();
        changes.Description(coordinate, before.Description, after.Description);
        InputComparison.Compare(before.Arguments, after.Arguments, InputComparison.Arguments, name => $"{coordinate}({name}:)", changes);
        foreach (var place in before.Locations.Except(after.Locations))
        {
            changes.Breaking(SchemaChangeKind.DirectiveLocationRemoved, coordinate, $"{coordinate} may no longer stand on {place}.");
        }
        foreach (var place in after.Locations.Except(before.Locations))
        {
            changes.Safe(SchemaChangeKind.DirectiveLocationAdded, coordinate, $"{coordinate} may now stand on {place}.");
        }
        if (before.IsRepeatable != after.IsRepeatable)
        {
            changes.Add(
                SchemaChangeKind.DirectiveRepeatableChanged,
                before.IsRepeatable ? Criticality.Breaking : Criticality.Safe,
                coordinate,
                before.IsRepeatable ? $"{coordinate} is no longer repeatable." : $"{coordinate} is now repeatable.");
        }
    }

    private static IEnumerable<NamedType> Own(Schema schema) => schema.Types.Where(SchemaPrinter.IsOwn);

    private static IEnumerable<DirectiveType> Own(IEnumerable<DirectiveType> directives) => directives.Where(directive => !BuiltInDirectives.Names.Contains(directive.Name));

    private static string Noun(NamedType type) => type.Kind switch
    {
        TypeKind.InputObject => "input object",
        TypeKind.Object => "object type",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
