using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.TypeSystem.Comparison;

/// <summary>Compares arguments of fields and directives, and input fields: they change alike, but are named differently.</summary>
internal sealed class InputComparison
{
    public static InputComparison Arguments { get; } = new()
    {
        Noun = "argument",
        Removed = SchemaChangeKind.ArgumentRemoved,
        RequiredAdded = SchemaChangeKind.RequiredArgumentAdded,
        OptionalAdded = SchemaChangeKind.OptionalArgumentAdded,
        TypeChanged = SchemaChangeKind.ArgumentTypeChanged,
        DefaultChanged = SchemaChangeKind.ArgumentDefaultChanged,
    };

    public static InputComparison InputFields { get; } = new()
    {
        Noun = "input field",
        Removed = SchemaChangeKind.InputFieldRemoved,
        RequiredAdded = SchemaChangeKind.RequiredInputFieldAdded,
        OptionalAdded = SchemaChangeKind.OptionalInputFieldAdded,
        TypeChanged = SchemaChangeKind.InputFieldTypeChanged,
        DefaultChanged = SchemaChangeKind.InputFieldDefaultChanged,
    };

    public required string Noun { get; init; }

    public required SchemaChangeKind Removed { get; init; }

    public required SchemaChangeKind RequiredAdded { get; init; }

    public required SchemaChangeKind OptionalAdded { get; init; }

    public required SchemaChangeKind TypeChanged { get; init; }

    public required SchemaChangeKind DefaultChanged { get; init; }

    public static void Compare(
        IEnumerable<InputValue> from, IEnumerable<InputValue> to, InputComparison kinds, Func<string, string> coordinateOf, SchemaChanges changes)
    {
        foreach (var (old, @new) in SchemaChanges.Pair(from, to, value => value.Name))
        {
            var coordinate = coordinateOf((old ?? @new)!.Name);
            switch (old, @new)
            {
                case (_, null): changes.Breaking(kinds.Removed, coordinate, $"The {kinds.Noun} {coordinate} was removed."); break;
                case (null, { IsRequired: true }): changes.Breaking(kinds.RequiredAdded, coordinate, $"The required {kinds.Noun} {coordinate} was added."); break;
                case (null, _): changes.Dangerous(kinds.OptionalAdded, coordinate, $"The optional {kinds.Noun} {coordinate} was added."); break;
                default: kinds.Compare(old, @new, coordinate, changes); break;
            }
        }
    }

    private void Compare(InputValue from, InputValue to, string coordinate, SchemaChanges changes)
    {
        if (from.Type.ToString() != to.Type.ToString())
        {
            changes.Add(
                TypeChanged,
                Substitution.OfInputs(from.Type, to.Type) ? Criticality.Safe : Criticality.Breaking,
                coordinate,
                $"The {Noun} {coordinate} is of type {to.Type} instead of {from.Type}.");
        }
        var (before, after) = (Canonical(from.DefaultLiteral), Canonical(to.DefaultLiteral));
        if (before != after)
        {
            // Without its default, a value that is not null must be given.
            changes.Add(
                DefaultChanged,
                to.IsRequired && !from.IsRequired ? Criticality.Breaking : Criticality.Dangerous,
                coordinate,
                $"The default of the {Noun} {coordinate} is {after ?? "none"} instead of {before ?? "none"}.");
        }
        changes.Deprecation(coordinate, from.DeprecationReason, to.DeprecationReason);
        changes.Description(coordinate, from.Description, to.Description);
    }

    /// <summary>The text of a value in which the order of object fields, which means nothing, is always the same.</summary>
    private static string? Canonical(IValueNode? value) => value switch
    {
        null => null,
        ObjectValueNode node => $"{{{string.Join(", ", node.Fields.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => $"{field.Name}: {Canonical(field.Value)}"))}}}",
        ListValueNode list => $"[{string.Join(", ", list.Items.Select(Canonical))}]",
        StringValueNode text => SyntaxPrinter.Print(new StringValueNode(text.Value)),
        _ => SyntaxPrinter.Print(value, indented: false),
    };
}
