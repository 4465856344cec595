using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>How a value is completed (spec 6.4.3).</summary>
internal enum ShapeKind : byte
{
    Leaf,
    Object,
    Abstract,
    List,
}

/// <summary>Leaves whose usual values need no call to be coerced.</summary>
internal enum LeafKind : byte
{
    Other,
    Int,
    Long,
    Float,
    Boolean,
    String,
    Id,
}

/// <summary>A field's type, taken apart for execution.</summary>
internal sealed class ValueShape
{
    private ValueShape(IType type)
    {
        Type = type;
        IsNonNull = type is NonNullType;
        switch (type.Nullable)
        {
            case ListType list: (Kind, Item) = (ShapeKind.List, new ValueShape(list.Item)); break;
            case AbstractType: Kind = ShapeKind.Abstract; break;
            case ObjectType: Kind = ShapeKind.Object; break;
            case LeafType leaf: (Kind, Leaf) = (ShapeKind.Leaf, LeafKindOf(leaf)); break;
        }
    }

    public IType Type { get; }

    public ShapeKind Kind { get; }

    public LeafKind Leaf { get; }

    public bool IsNonNull { get; }

    /// <summary>The shape of a list's items.</summary>
    public ValueShape Item { get => field ?? throw new InvalidOperationException($"{Type} is not a list."); }

    public NamedType NamedType => Type.NamedType;

    public static ValueShape Of(IType type) => new(type);

    private static LeafKind LeafKindOf(LeafType type) => type switch
    {
        IntType => LeafKind.Int,
        LongType => LeafKind.Long,
        FloatType => LeafKind.Float,
        BooleanType => LeafKind.Boolean,
        StringType => LeafKind.String,
        IdType => LeafKind.Id,
        _ => LeafKind.Other,
    };
}
