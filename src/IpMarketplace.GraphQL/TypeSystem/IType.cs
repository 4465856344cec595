namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>A type of the schema (spec 3.4): named, or a list or non-null around another.</summary>
public interface IType
{
    /// <summary>Which of the eight kinds it is.</summary>
    TypeKind Kind { get; }

    /// <summary>The innermost type, without lists and non-nulls.</summary>
    NamedType NamedType { get; }

    /// <summary>The same type with null allowed.</summary>
    IType Nullable { get; }
}

/// <summary>The kinds of types (spec 4.2.2, <c>__TypeKind</c>).</summary>
public enum TypeKind
{
    /// <summary>A leaf with a value of its own notation.</summary>
    Scalar,

    /// <summary>A set of fields.</summary>
    Object,

    /// <summary>Fields that several object types share.</summary>
    Interface,

    /// <summary>One of several object types.</summary>
    Union,

    /// <summary>A leaf with one of the named values.</summary>
    Enum,

    /// <summary>A set of input fields.</summary>
    InputObject,

    /// <summary>Many values of one type.</summary>
    List,

    /// <summary>A value that is never null.</summary>
    NonNull,
}

/// <summary>Questions that are asked of every type.</summary>
public static class TypeQuestions
{
    /// <summary>Whether null is excluded.</summary>
    public static bool IsNonNull(this IType type) => type is NonNullType;

    /// <summary>Whether it is a list, null allowed or not.</summary>
    public static bool IsList(this IType type) => type.Nullable is ListType;

    /// <summary>The type of the items of a list; null when it is none.</summary>
    public static IType? ItemType(this IType type) => (type.Nullable as ListType)?.Item;

    /// <summary>Whether values come out without selecting below: scalars and enums (spec 5.3.3).</summary>
    public static bool IsLeaf(this IType type) => type.NamedType is LeafType;

    /// <summary>Whether the type may stand for arguments, input fields and variables (spec 3.4.2, IsInputType).</summary>
    public static bool IsInput(this IType type) => type.NamedType is LeafType or InputObjectType;

    /// <summary>Whether the type may stand for fields (spec 3.4.2, IsOutputType).</summary>
    public static bool IsOutput(this IType type) => type.NamedType is not InputObjectType;

    /// <summary>Whether every value of <paramref name="type"/> is one of <paramref name="super"/> (spec 3.6.1, IsValidImplementationFieldType).</summary>
    public static bool IsSubtypeOf(this IType type, IType super) => (type, super) switch
    {
        (NonNullType from, NonNullType to) => from.Nullable.IsSubtypeOf(to.Nullable),
        (NonNullType from, _) => from.Nullable.IsSubtypeOf(super),
        (ListType from, ListType to) => from.Item.IsSubtypeOf(to.Item),
        (NamedType from, NamedType to) when ReferenceEquals(from, to) => true,
        (ObjectType from, AbstractType to) => to.IsPossible(from),
        (InterfaceType from, InterfaceType to) => from.Implements(to),
        _ => false,
    };
}
