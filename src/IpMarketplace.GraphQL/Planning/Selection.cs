using System.Collections.Immutable;
using System.Text;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>A field of the plan: every place of the document that asks for it under one response name, merged (spec 5.3.2, 6.3.2).</summary>
public sealed class Selection
{
    private readonly Occurrence[] _occurrences;
    private readonly SelectionSet?[] _setsByType;
    private SelectionSet? _lastSet;

    internal Selection(Operation operation, OutputField field, ImmutableArray<Occurrence> occurrences, int index, int depth)
    {
        (Operation, Field, Index, Depth) = (operation, field, index, depth);
        _occurrences = [.. occurrences];
        Node = occurrences[0].Node;
        ResponseName = Node.ResponseName;
        EncodedName = Encoding.UTF8.GetBytes($",\"{ResponseName}\":");
        Shape = ValueShape.Of(field.Type);
        RunsAlone = operation.Exclusive.AreUsedBy(field);
        IsAlwaysIncluded = _occurrences.Any(occurrence => occurrence.Conditions.IsEmpty);
        _setsByType = Shape.NamedType is AbstractType ? new SelectionSet?[operation.Schema.Types.Length] : [];
        var first = Node.Location;
        Locations = first.IsKnown ? [new Errors.Location(first.Line, first.Column)] : null;
        (HasConstantArguments, ConstantArguments, ArgumentErrors) = Operation.BindConstants(this);
        ArgumentSlot = HasConstantArguments ? -1 : operation.NewArgumentSlot();
    }

    /// <summary>The field as the schema has it.</summary>
    public OutputField Field { get; }

    /// <summary>The key in the response: alias or name.</summary>
    public string ResponseName { get; }

    /// <summary>The first place of the document that asks for the field.</summary>
    public FieldNode Node { get; }

    /// <summary>The operation this is part of.</summary>
    public Operation Operation { get; }

    /// <summary>The place among the selections of its set, and of its value in the result.</summary>
    internal int Index { get; }

    internal int Depth { get; }

    internal ValueShape Shape { get; }

    /// <summary>A comma, the name in quotes and a colon.</summary>
    internal byte[] EncodedName { get; }

    /// <summary>Whether the resolver must not run beside others that run alone.</summary>
    internal bool RunsAlone { get; }

    internal bool IsAlwaysIncluded { get; }

    /// <summary>Whether the first place that asks for the field may be left out while another stays: the order of the response then varies.</summary>
    internal bool PlaceVaries => _occurrences.Length > 1 && !_occurrences[0].Conditions.IsEmpty;

    internal bool IsTypeName => ReferenceEquals(Field, Operation.Schema.TypeNameField);

    internal IReadOnlyList<Errors.Location>? Locations { get; }

    internal bool HasConstantArguments { get; }

    internal ArgumentValues ConstantArguments { get; }

    /// <summary>What is wrong with constant arguments; found when planning, reported where the field is executed (spec 6.4.1).</summary>
    internal IReadOnlyList<IError>? ArgumentErrors { get; }

    /// <summary>The place of the arguments' values in a request's table; -1 where they are constant.</summary>
    internal int ArgumentSlot { get; }

    internal ReadOnlySpan<Occurrence> Occurrences => _occurrences;

    internal bool IsIncluded(in ConditionSet fulfilled) => IsAlwaysIncluded || FirstIncluded(fulfilled) >= 0;

    /// <summary>The place in the document of the first occurrence that is not left out; negative where all are.</summary>
    internal int FirstIncluded(in ConditionSet fulfilled)
    {
        foreach (ref readonly var occurrence in _occurrences.AsSpan())
        {
            if (fulfilled.Contains(occurrence.Conditions))
            {
                return occurrence.Place;
            }
        }
        return -1;
    }

    /// <summary>What is selected below, for an object of the given type; planned when first asked for.</summary>
    internal SelectionSet SetFor(ObjectType type)
    {
        var last = _lastSet;
        return last is not null && ReferenceEquals(last.Type, type) ? last : Find(type);
    }

    private SelectionSet Find(ObjectType type)
    {
        if (_setsByType.Length == 0)
        {
            return _lastSet = Operation.PlanBelow(this, type);
        }
        return _lastSet = _setsByType[type.Id] ??= Operation.PlanBelow(this, type);
    }

    /// <summary>One place of the document that asks for the field.</summary>
    /// <param name="Node">The field there.</param>
    /// <param name="Place">A number that grows along the selection set.</param>
    /// <param name="Conditions">The conditions under which it counts.</param>
    internal readonly record struct Occurrence(FieldNode Node, int Place, ConditionSet Conditions);
}
