namespace IpMarketplace.GraphQL.TypeSystem.Comparison;

/// <summary>The kinds of changes between two schemas.</summary>
public enum SchemaChangeKind
{
    /// <summary>The root type of a kind of operation was added, removed or replaced.</summary>
    RootTypeChanged,

    /// <summary>A type was removed.</summary>
    TypeRemoved,

    /// <summary>A type was added.</summary>
    TypeAdded,

    /// <summary>A type became one of another kind, such as an enum instead of a scalar.</summary>
    TypeKindChanged,

    /// <summary>An object type or interface no longer implements an interface.</summary>
    ImplementedInterfaceRemoved,

    /// <summary>An object type or interface implements a further interface.</summary>
    ImplementedInterfaceAdded,

    /// <summary>A union lost a member.</summary>
    UnionMemberRemoved,

    /// <summary>A union gained a member.</summary>
    UnionMemberAdded,

    /// <summary>An enum lost a value.</summary>
    EnumValueRemoved,

    /// <summary>An enum gained a value.</summary>
    EnumValueAdded,

    /// <summary>A field of an object type or interface was removed.</summary>
    FieldRemoved,

    /// <summary>A field of an object type or interface was added.</summary>
    FieldAdded,

    /// <summary>A field answers values of another type.</summary>
    FieldTypeChanged,

    /// <summary>An argument of a field or directive was removed.</summary>
    ArgumentRemoved,

    /// <summary>An argument that must be given was added to a field or directive.</summary>
    RequiredArgumentAdded,

    /// <summary>An argument that may be left out was added to a field or directive.</summary>
    OptionalArgumentAdded,

    /// <summary>An argument takes values of another type.</summary>
    ArgumentTypeChanged,

    /// <summary>The default of an argument was added, removed or changed.</summary>
    ArgumentDefaultChanged,

    /// <summary>An input field was removed.</summary>
    InputFieldRemoved,

    /// <summary>An input field that must be given was added.</summary>
    RequiredInputFieldAdded,

    /// <summary>An input field that may be left out was added.</summary>
    OptionalInputFieldAdded,

    /// <summary>An input field takes values of another type.</summary>
    InputFieldTypeChanged,

    /// <summary>The default of an input field was added, removed or changed.</summary>
    InputFieldDefaultChanged,

    /// <summary>An input object takes exactly one of its fields, or no longer does.</summary>
    OneOfChanged,

    /// <summary>A scalar says that its values are specified elsewhere.</summary>
    SpecifiedByChanged,

    /// <summary>A directive was removed.</summary>
    DirectiveRemoved,

    /// <summary>A directive was added.</summary>
    DirectiveAdded,

    /// <summary>A directive may no longer stand at some kind of place.</summary>
    DirectiveLocationRemoved,

    /// <summary>A directive may stand at a further kind of place.</summary>
    DirectiveLocationAdded,

    /// <summary>A directive may stand more than once at a place, or no longer may.</summary>
    DirectiveRepeatableChanged,

    /// <summary>Something was deprecated, for another reason, or no longer is.</summary>
    DeprecationChanged,

    /// <summary>A description was added, removed or changed.</summary>
    DescriptionChanged,
}
