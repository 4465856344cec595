using System.Collections.Immutable;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Introspection;

namespace IpMarketplace.GraphQL.TypeSystem.Sdl;

/// <summary>
/// Writes a schema in the type system definition language: directives, root types, then all other types by name; members in
/// the order of their definition. What every schema has is left out. The text builds the same schema again.
/// </summary>
public static class SchemaPrinter
{
    private const int LongestLine = 120;

    /// <summary>The text of the schema, ending with a line break.</summary>
    public static string Print(Schema schema) => SyntaxPrinter.Print(ToDocument(schema)) + "\n";

    /// <summary>The schema as a syntax tree.</summary>
    public static DocumentNode ToDocument(Schema schema)
    {
        var roots = schema.RootTypes.OrderBy(root => root.Key).Select(root => root.Value).ToList();
        var others = schema.Types.Where(type => IsOwn(type) && !roots.Contains(type)).OrderBy(type => type.Name, StringComparer.Ordinal);
        var builtIn = BuiltInDirectives.Names;
        return new DocumentNode(
        [
            .. Definition(schema),
            .. schema.Directives.Where(directive => !builtIn.Contains(directive.Name)).OrderBy(directive => directive.Name, StringComparer.Ordinal).Select(Directive),
            .. roots.Concat(others).Select(Type),
        ]);
    }

    /// <summary>Whether the type is the schema's own: not of introspection, and no scalar of the specification.</summary>
    internal static bool IsOwn(NamedType type) => !type.IsBuiltIn && !(type is ScalarType && type.Name is "Int" or "Float" or "String" or "Boolean" or "ID");

    // Spec 3.3.1: with conventional names and nothing else to say, the schema definition is left out.
    private static IEnumerable<IDefinitionNode> Definition(Schema schema)
    {
        var conventional = schema.RootTypes.All(root => root.Value.Name == root.Key.ToString())
            && Enum.GetValues<OperationType>().All(operation => schema.RootTypes.ContainsKey(operation) || !schema.TryGetType<ObjectType>(operation.ToString(), out _));
        if (!conventional || schema.Description is not null || !schema.AppliedDirectives.IsEmpty)
        {
            var roots = schema.RootTypes.OrderBy(root => root.Key).Select(root => new OperationTypeDefinitionNode(root.Key, new NamedTypeNode(root.Value.Name)));
            yield return new SchemaDefinitionNode(Text(schema.Description), schema.AppliedDirectives, [.. roots]);
        }
    }

    private static DirectiveDefinitionNode Directive(DirectiveType directive) => new(
        Text(directive.Description),
        directive.Name,
        [.. directive.Arguments.Select(Input)],
        directive.IsRepeatable,
        [.. directive.Locations.Select(place => NamingConventions.EnumValue(place.ToString()))]);

    private static ITypeDefinitionNode Type(NamedType type) => type switch
    {
        ScalarType scalar => new ScalarTypeDefinitionNode(Text(type.Description), type.Name,
            scalar.SpecifiedBy is { } url ? type.Directives.Insert(0, Applied("specifiedBy", "url", url)) : type.Directives),
        ObjectType some => new ObjectTypeDefinitionNode(Text(type.Description), type.Name, Names(some.Interfaces), type.Directives, [.. some.Fields.Select(Field)]),
        InterfaceType some => new InterfaceTypeDefinitionNode(Text(type.Description), type.Name, Names(some.Interfaces), type.Directives, [.. some.Fields.Select(Field)]),
        UnionType union => new UnionTypeDefinitionNode(Text(type.Description), type.Name, type.Directives, Names(union.PossibleTypes)),
        EnumType some => new EnumTypeDefinitionNode(Text(type.Description), type.Name, type.Directives, [.. some.Values.Select(Value)]),
        InputObjectType input => new InputObjectTypeDefinitionNode(Text(type.Description), type.Name,
            input.IsOneOf ? type.Directives.Insert(0, new DirectiveNode("oneOf", [])) : type.Directives, [.. input.Fields.Select(Input)]),
        _ => throw new InvalidOperationException($"{type} is of no kind."),
    };

    private static FieldDefinitionNode Field(OutputField field) =>
        new(Text(field.Description), field.Name, [.. field.Arguments.Select(Input)], Reference(field.Type), Directives(field.Directives, field.DeprecationReason));

    private static InputValueDefinitionNode Input(InputValue input) =>
        new(Text(input.Description), input.Name, Reference(input.Type), input.DefaultLiteral, Directives(input.Directives, input.DeprecationReason));

    private static EnumValueDefinitionNode Value(EnumValue value) => new(Text(value.Description), value.Name, Directives(value.Directives, value.DeprecationReason));

    private static ITypeNode Reference(IType type) => type switch
    {
        ListType list => new ListTypeNode(Reference(list.Item)),
        NonNullType nonNull => new NonNullTypeNode(Reference(nonNull.Nullable)),
        _ => new NamedTypeNode(type.NamedType.Name),
    };

    private static ImmutableArray<NamedTypeNode> Names(IEnumerable<NamedType> types) => [.. types.Select(type => new NamedTypeNode(type.Name))];

    private static ImmutableArray<DirectiveNode> Directives(ImmutableArray<DirectiveNode> applied, string? deprecation) => deprecation switch
    {
        null => applied,
        BuiltInDirectives.NoReason => applied.Insert(0, new DirectiveNode("deprecated", [])),
        _ => applied.Insert(0, Applied("deprecated", "reason", deprecation)),
    };

    private static DirectiveNode Applied(string name, string argument, string value) => new(name, [new ArgumentNode(argument, new StringValueNode(value))]);

    // Short ones on one line, the others as they would be written by hand.
    private static StringValueNode? Text(string? description) =>
        description is null ? null : new StringValueNode(description, block: description.Length > LongestLine || description.AsSpan().ContainsAny('\n', '"', '\\'));
}
