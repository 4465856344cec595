using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>A field as it is selected.</summary>
/// <param name="Node">Where it is selected.</param>
/// <param name="Parent">The type it is selected upon; null where that is unknown.</param>
/// <param name="Definition">Its definition; null where that is unknown.</param>
internal readonly record struct SelectedField(FieldNode Node, CompositeType? Parent, OutputField? Definition)
{
    /// <summary>Whether both have the same name and identical arguments.</summary>
    public bool IsSameField(SelectedField other) =>
        ReferenceEquals(Node, other.Node) || (Node.Name == other.Node.Name && HaveSameArguments(Node.Arguments, other.Node.Arguments));

    private static bool HaveSameArguments(ImmutableArray<ArgumentNode> one, ImmutableArray<ArgumentNode> other)
    {
        if (one.Length != other.Length) return false;
        if (AreSameInOrder(one, other)) return true;
        var values = other.DistinctBy(argument => argument.Name).ToDictionary(argument => argument.Name, argument => argument.Value);
        return one.All(argument => values.TryGetValue(argument.Name, out var value) && AreSame(argument.Value, value));
    }

    private static bool AreSameInOrder(ImmutableArray<ArgumentNode> one, ImmutableArray<ArgumentNode> other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].Name != other[i].Name || !AreSame(one[i].Value, other[i].Value)) return false;
        }

        return true;
    }

    private static bool AreSame(IValueNode one, IValueNode other) => (one, other) switch
    {
        (VariableNode a, VariableNode b) => a.Name == b.Name,
        (IntValueNode a, IntValueNode b) => a.Value == b.Value,
        (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
        (StringValueNode a, StringValueNode b) => a.Value == b.Value,
        (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
        (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
        (NullValueNode, NullValueNode) => true,
        (ListValueNode a, ListValueNode b) => a.Items.SequenceEqual(b.Items, AreSame),
        (ObjectValueNode a, ObjectValueNode b) => HaveSameFields(a.Fields, b.Fields),
        _ => false,
    };

    private static bool HaveSameFields(ImmutableArray<ObjectFieldNode> one, ImmutableArray<ObjectFieldNode> other)
    {
        if (one.Length != other.Length) return false;
        var values = other.DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value);
        return one.All(field => values.TryGetValue(field.Name, out var value) && AreSame(field.Value, value));
    }
}

/// <summary>The fields that share a response position. Two are equal when they hold the same selections.</summary>
internal sealed class MergedFields(string responseName) : IEquatable<MergedFields>
{
    /// <summary>The alias or name they share.</summary>
    public string ResponseName { get; } = responseName;

    /// <summary>The fields in the order they were met; never empty.</summary>
    public List<SelectedField> All { get; private init; } = [];

    /// <summary>Whether there is nothing to compare: one field, and nothing selected below it.</summary>
    public bool IsSingleLeaf => All is [{ Node.SelectionSet: null }];

    /// <summary>Whether anything is selected below any of them.</summary>
    public bool HasSelections => All.Exists(selected => selected.Node.SelectionSet is not null);

    /// <summary>Those that may be of one object type.</summary>
    public MergedFields Of(ObjectType type) =>
        new(ResponseName) { All = All.FindAll(selected => selected.Parent is not ObjectType parent || ReferenceEquals(parent, type)) };

    /// <inheritdoc />
    public bool Equals(MergedFields? other)
    {
        if (other is null || All.Count != other.All.Count) return false;
        for (var i = 0; i < All.Count; i++)
        {
            if (!ReferenceEquals(All[i].Node, other.All[i].Node)) return false;
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as MergedFields);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var field in All) hash.Add(field.Node);
        return hash.ToHashCode();
    }
}
