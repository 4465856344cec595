using System.Text;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>The fields to be resolved on an object of one type, in the order of the document.</summary>
public sealed class SelectionSet
{
    private readonly Selection[] _selections;

    internal SelectionSet(ObjectType type, Selection[] selections)
    {
        Type = type;
        _selections = selections;
        EncodedTypeName = Encoding.UTF8.GetBytes($"\"{type.Name}\"");
        IsConditional = selections.Any(selection => !selection.IsAlwaysIncluded);
        FewestBytes = 2 + selections.Sum(selection => selection.EncodedName.Length + 1);
        OrderVaries = selections.Any(selection => selection.PlaceVaries);
    }

    /// <summary>The type of the object.</summary>
    public ObjectType Type { get; }

    /// <summary>The fields.</summary>
    public IReadOnlyList<Selection> Selections => _selections;

    internal ReadOnlySpan<Selection> Span => _selections;

    internal byte[] EncodedTypeName { get; }

    /// <summary>What an object takes in a response with all of its fields, without their values.</summary>
    internal int FewestBytes { get; }

    /// <summary>Whether any field may be left out.</summary>
    internal bool IsConditional { get; }

    /// <summary>Whether the order of the fields depends on what is left out.</summary>
    internal bool OrderVaries { get; }

    /// <summary>The included fields in the order of their first included occurrence (spec 6.3.2, CollectFields).</summary>
    internal Selection[] Ordered(ConditionSet fulfilled) =>
        [.. _selections.Where(selection => selection.IsIncluded(fulfilled)).OrderBy(selection => selection.FirstIncluded(fulfilled))];
}
