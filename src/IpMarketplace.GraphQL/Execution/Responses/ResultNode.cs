using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.Execution.Responses;

/// <summary>An object or list of the response while it is made. Its values lie in slots of the arena; it knows its own place in its parent.</summary>
internal abstract class ResultNode
{
    private protected FieldValue[] Slots = [];
    private protected int Offset;

    public ResultNode? Parent { get; private set; }

    /// <summary>The place in the parent: a selection's or an item's index.</summary>
    public int Index { get; private set; }

    /// <summary>Whether null has taken the place of this node, so that nothing below it counts any more.</summary>
    public bool IsDead { get; private set; }

    public ref FieldValue this[int index] => ref Slots[Offset + index];

    /// <summary>Whether this node or one above it is dead.</summary>
    public bool IsCutOff
    {
        get
        {
            for (var node = this; node is not null; node = node.Parent)
            {
                if (node.IsDead)
                {
                    return true;
                }
            }
            return false;
        }
    }

    /// <summary>Whether the value at this place must not be null.</summary>
    public abstract bool IsNonNull(int index);

    /// <summary>The response position of the value at this place.</summary>
    public abstract Path PathOf(int index);

    /// <summary>The response position of this node.</summary>
    public Path Path => Parent is null ? Path.Root : Parent.PathOf(Index);

    /// <summary>
    /// Puts null at a place, and where that is not allowed at the place of the parent, and so on up (spec 6.4.4). Nodes on the way are dead.
    /// </summary>
    public void PutNull(int index)
    {
        var (node, place) = (this, index);
        while (true)
        {
            node[place] = default;
            if (!node.IsNonNull(place))
            {
                return;
            }
            node.IsDead = true;
            if (node.Parent is not { } parent)
            {
                return;
            }
            (node, place) = (parent, node.Index);
        }
    }

    /// <summary>Gives up the whole node.</summary>
    public void Kill() => IsDead = true;

    private protected void Place(ResultNode? parent, int index) => (Parent, Index, IsDead) = (parent, index, false);

    /// <summary>Lets go of what the node refers to, before it is used again.</summary>
    public virtual void Release()
    {
        Slots = [];
        Parent = null;
    }
}

/// <summary>An object of the response: a slot for every selection, left out or not.</summary>
internal sealed class ObjectResult : ResultNode
{
    public SelectionSet Set { get; private set; } = null!;

    public void Initialize(SelectionSet set, ResultNode? parent, int index, FieldValue[] slots, int offset)
    {
        Place(parent, index);
        (Set, Slots, Offset) = (set, slots, offset);
    }

    public override bool IsNonNull(int index) => Set.Span[index].Shape.IsNonNull;

    public override Path PathOf(int index) => Path.Append(Set.Span[index].ResponseName);

    public override void Release()
    {
        base.Release();
        Set = null!;
    }
}

/// <summary>A list of the response.</summary>
internal sealed class ListResult : ResultNode
{
    public ValueShape Shape { get; private set; } = null!;

    /// <summary>How many items there are.</summary>
    public int Count { get; set; }

    public void Initialize(ValueShape shape, ResultNode parent, int index, int count, FieldValue[] slots, int offset)
    {
        Place(parent, index);
        (Shape, Count, Slots, Offset) = (shape, count, slots, offset);
    }

    public override bool IsNonNull(int index) => Shape.Item.IsNonNull;

    public override Path PathOf(int index) => Path.Append(index);

    public override void Release()
    {
        base.Release();
        Shape = null!;
    }
}
