namespace IpMarketplace.GraphQL.TypeSystem.Comparison;

/// <summary>Compares two versions of a type, of the same kind.</summary>
internal static class TypeComparison
{
    public static void Compare(NamedType from, NamedType to, SchemaChanges changes)
    {
        switch (from, to)
        {
            case (UnionType before, UnionType after): CompareMembers(before, after, changes); break;
            case (CompositeType before, CompositeType after): CompareComposites(before, after, changes); break;
            case (EnumType before, EnumType after): CompareValues(before, after, changes); break;
            case (InputObjectType before, InputObjectType after): CompareInputObjects(before, after, changes); break;
            case (ScalarType before, ScalarType after) when before.SpecifiedBy != after.SpecifiedBy:
                changes.Dangerous(SchemaChangeKind.SpecifiedByChanged, from.Name, $"{from.Name} is specified by {after.SpecifiedBy ?? "nothing"} instead of {before.SpecifiedBy ?? "nothing"}.");
                break;
        }
    }

    private static void CompareComposites(CompositeType from, CompositeType to, SchemaChanges changes)
    {
        foreach (var (old, @new) in SchemaChanges.Pair(from.Interfaces, to.Interfaces, type => type.Name))
        {
            if (@new is null)
            {
                changes.Breaking(SchemaChangeKind.ImplementedInterfaceRemoved, from.Name, $"{from.Name} no longer implements {old}.");
            }
            else if (old is null)
            {
                changes.Dangerous(SchemaChangeKind.ImplementedInterfaceAdded, from.Name, $"{from.Name} now implements {@new}.");
            }
        }
        foreach (var (old, @new) in SchemaChanges.Pair(from.Fields, to.Fields, field => field.Name))
        {
            var coordinate = (old ?? @new)!.ToString();
            switch (old, @new)
            {
                case (_, null): changes.Breaking(SchemaChangeKind.FieldRemoved, coordinate, $"The field {coordinate} was removed."); break;
                case (null, _): changes.Safe(SchemaChangeKind.FieldAdded, coordinate, $"The field {coordinate} was added."); break;
                default: CompareFields(old, @new, coordinate, changes); break;
            }
        }
    }

    private static void CompareFields(OutputField from, OutputField to, string coordinate, SchemaChanges changes)
    {
        if (from.Type.ToString() != to.Type.ToString())
        {
            changes.Add(
                SchemaChangeKind.FieldTypeChanged,
                Substitution.OfAnswers(from.Type, to.Type) ? Criticality.Safe : Criticality.Breaking,
                coordinate,
                $"The field {coordinate} is of type {to.Type} instead of {from.Type}.");
        }
        changes.Deprecation(coordinate, from.DeprecationReason, to.DeprecationReason);
        changes.Description(coordinate, from.Description, to.Description);
        InputComparison.Compare(from.Arguments, to.Arguments, InputComparison.Arguments, name => $"{coordinate}({name}:)", changes);
    }

    private static void CompareMembers(UnionType from, UnionType to, SchemaChanges changes)
    {
        foreach (var (old, @new) in SchemaChanges.Pair(from.PossibleTypes, to.PossibleTypes, type => type.Name))
        {
            if (@new is null)
            {
                changes.Breaking(SchemaChangeKind.UnionMemberRemoved, from.Name, $"{old} is no longer a member of the union {from.Name}.");
            }
            else if (old is null)
            {
                changes.Dangerous(SchemaChangeKind.UnionMemberAdded, from.Name, $"{@new} is a new member of the union {from.Name}.");
            }
        }
    }

    private static void CompareValues(EnumType from, EnumType to, SchemaChanges changes)
    {
        foreach (var (old, @new) in SchemaChanges.Pair(from.Values, to.Values, value => value.Name))
        {
            var coordinate = $"{from.Name}.{(old ?? @new)!.Name}";
            switch (old, @new)
            {
                case (_, null): changes.Breaking(SchemaChangeKind.EnumValueRemoved, coordinate, $"The value {coordinate} was removed."); break;
                case (null, _): changes.Dangerous(SchemaChangeKind.EnumValueAdded, coordinate, $"The value {coordinate} was added."); break;
                default:
                    changes.Deprecation(coordinate, old.DeprecationReason, @new.DeprecationReason);
                    changes.Description(coordinate, old.Description, @new.Description);
                    break;
            }
        }
    }

    private static void CompareInputObjects(InputObjectType from, InputObjectType to, SchemaChanges changes)
    {
        if (from.IsOneOf != to.IsOneOf)
        {
            changes.Add(
                SchemaChangeKind.OneOfChanged,
                to.IsOneOf ? Criticality.Breaking : Criticality.Safe,
                from.Name,
                to.IsOneOf ? $"{from.Name} now takes exactly one of its fields." : $"{from.Name} no longer takes exactly one of its fields.");
        }
        InputComparison.Compare(from.Fields, to.Fields, InputComparison.InputFields, name => $"{from.Name}.{name}", changes);
    }
}
