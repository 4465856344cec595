namespace IpMarketplace.GraphQL.Language;

/// <summary>The productions of the grammar (Appendix C) that have a node of their own.</summary>
public enum SyntaxKind
{
    /// <summary>A whole document (2.2).</summary>
    Document,

    /// <summary>A query, mutation or subscription (2.3).</summary>
    OperationDefinition,

    /// <summary>A named fragment (2.8).</summary>
    FragmentDefinition,

    /// <summary>A variable with its type (2.10).</summary>
    VariableDefinition,

    /// <summary>Selections in braces (2.4).</summary>
    SelectionSet,

    /// <summary>A field that is selected (2.5).</summary>
    Field,

    /// <summary>The spread of a named fragment (2.8).</summary>
    FragmentSpread,

    /// <summary>A fragment without a name (2.8.2).</summary>
    InlineFragment,

    /// <summary>An argument with its value (2.6).</summary>
    Argument,

    /// <summary>A directive that is applied (2.12).</summary>
    Directive,

    /// <summary>A variable that is used (2.10).</summary>
    Variable,

    /// <summary>A whole number (2.9.1).</summary>
    IntValue,

    /// <summary>A number with a fraction or an exponent (2.9.2).</summary>
    FloatValue,

    /// <summary>A string, quoted or as a block (2.9.4).</summary>
    StringValue,

    /// <summary>True or false (2.9.3).</summary>
    BooleanValue,

    /// <summary>Null (2.9.5).</summary>
    NullValue,

    /// <summary>The name of an enum value (2.9.6).</summary>
    EnumValue,

    /// <summary>Values in brackets (2.9.7).</summary>
    ListValue,

    /// <summary>Fields in braces (2.9.8).</summary>
    ObjectValue,

    /// <summary>A field of an object value (2.9.8).</summary>
    ObjectField,

    /// <summary>A type by its name (2.11).</summary>
    NamedType,

    /// <summary>A list of a type (2.11).</summary>
    ListType,

    /// <summary>A type without null (2.11).</summary>
    NonNullType,

    /// <summary>The schema with its root types (3.3).</summary>
    SchemaDefinition,

    /// <summary>A root type of the schema (3.3.1).</summary>
    OperationTypeDefinition,

    /// <summary>A scalar type (3.5).</summary>
    ScalarTypeDefinition,

    /// <summary>An object type (3.6).</summary>
    ObjectTypeDefinition,

    /// <summary>An interface type (3.7).</summary>
    InterfaceTypeDefinition,

    /// <summary>A union (3.8).</summary>
    UnionTypeDefinition,

    /// <summary>An enum type (3.9).</summary>
    EnumTypeDefinition,

    /// <summary>An input object type (3.10).</summary>
    InputObjectTypeDefinition,

    /// <summary>A field of an object or interface type (3.6).</summary>
    FieldDefinition,

    /// <summary>An argument, or a field of an input object type (3.6.1, 3.10).</summary>
    InputValueDefinition,

    /// <summary>A value of an enum type (3.9).</summary>
    EnumValueDefinition,

    /// <summary>A directive (3.13).</summary>
    DirectiveDefinition,

    /// <summary>An addition to the schema.</summary>
    SchemaExtension,

    /// <summary>An addition to a scalar type.</summary>
    ScalarTypeExtension,

    /// <summary>An addition to an object type.</summary>
    ObjectTypeExtension,

    /// <summary>An addition to an interface type.</summary>
    InterfaceTypeExtension,

    /// <summary>An addition to a union.</summary>
    UnionTypeExtension,

    /// <summary>An addition to an enum type.</summary>
    EnumTypeExtension,

    /// <summary>An addition to an input object type.</summary>
    InputObjectTypeExtension,
}
