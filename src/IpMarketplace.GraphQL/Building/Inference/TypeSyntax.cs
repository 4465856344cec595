using System.Reflection;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>Types that attributes put in place of the inferred ones.</summary>
internal static class TypeSyntax
{
    /// <summary>The type of <c>[GraphQLType]</c>; null where there is none. A bare C# type keeps the lists and nulls of the member.</summary>
    public static IType? Declared(IEnumerable<ICustomAttributeProvider> sources, ClrShape shape, InferenceContext context, bool input)
    {
        var attribute = InferenceContext.Find<GraphQLTypeAttribute>(sources);
        if (attribute is null)
        {
            return null;
        }
        if (attribute.TypeSyntax is { } syntax)
        {
            return Resolve(Utf8GraphQLParser.ParseType(syntax), context);
        }
        var declared = ClrShape.Of(attribute.Type!);
        if (declared.Item is not null)
        {
            return input ? context.Types.Input(declared) : context.Types.Output(declared);
        }
        return Replace(shape, context.Types.Leaf(declared.Type) ?? (input ? context.Types.Input(declared).NamedType : context.Types.OutputNamed(declared.Type)));
    }

    /// <summary>Puts another named type inside the lists and nulls of a member.</summary>
    public static IType Replace(ClrShape shape, NamedType named)
    {
        if (shape.IsOptional)
        {
            return Replace(shape.Argument ?? ClrShape.Of(shape.Type.GenericTypeArguments[0]), named).Nullable;
        }
        IType type = shape.Item is { } item ? new ListType(Replace(item, named)) : named;
        return shape.IsNullable ? type : new NonNullType(type);
    }

    private static IType Resolve(ITypeNode node, InferenceContext context) => node switch
    {
        ListTypeNode list => new ListType(Resolve(list.Type, context)),
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type, context)),
        NamedTypeNode { Name: "ID" } => context.Types.Id,
        NamedTypeNode named => context.Types.All.FirstOrDefault(type => type.Name == named.Name)
            ?? BuiltInScalar(named.Name, context)
            ?? throw new SchemaException($"[GraphQLType] names the type {named.Name}, which is not in the schema (yet). Name it by its C# type."),
        _ => throw new SchemaException($"{node} is no type."),
    };

    private static NamedType? BuiltInScalar(string name, InferenceContext context) => name switch
    {
        "Int" => context.Types.Leaf(typeof(int)),
        "Float" => context.Types.Leaf(typeof(double)),
        "String" => context.Types.Leaf(typeof(string)),
        "Boolean" => context.Types.Leaf(typeof(bool)),
        "Long" => context.Types.Leaf(typeof(long)),
        "Decimal" => context.Types.Leaf(typeof(decimal)),
        "UUID" => context.Types.Leaf(typeof(Guid)),
        "DateTime" => context.Types.Leaf(typeof(DateTimeOffset)),
        "LocalDate" => context.Types.Leaf(typeof(DateOnly)),
        "URL" => context.Types.Leaf(typeof(Uri)),
        "Any" => context.Types.Leaf(typeof(object)),
        _ => null,
    };
}
