using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Introspection;
using IpMarketplace.GraphQL.TypeSystem.Scalars;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.TypeSystem.Sdl;

/// <summary>Makes types of a type system document: first every type by name, then their members, which may refer to any of them.</summary>
internal sealed class SdlTypeFactory
{
    private static readonly Dictionary<string, Func<ScalarType>> BuiltIn = new()
    {
        ["Int"] = () => new IntType(),
        ["Float"] = () => new FloatType(),
        ["String"] = () => new StringType(),
        ["Boolean"] = () => new BooleanType(),
        ["ID"] = () => new IdType(),
    };

    private readonly SdlBindings _bindings;
    private readonly List<SchemaProblem> _problems;
    private readonly Dictionary<string, NamedType> _types = [];
    private readonly List<NamedType> _ordered = [];

    public SdlTypeFactory(SchemaDocument document, SdlBindings bindings, List<SchemaProblem> problems)
    {
        (_bindings, _problems) = (bindings, problems);
        foreach (var source in document.Types.Values)
        {
            Add(Create(source));
        }
        foreach (var source in document.Types.Values)
        {
            Complete(_types[source.Name], source);
        }
        Directives = [.. document.DirectiveDefinitions.Values.Select(Directive)];
        RootTypes = document.RootTypes.ToDictionary(root => root.Key, root => Named(root.Value));
    }

    public IReadOnlyList<NamedType> Types => _ordered;

    public ImmutableArray<DirectiveType> Directives { get; }

    public Dictionary<OperationType, NamedType> RootTypes { get; }

    private void Add(NamedType type)
    {
        _types.Add(type.Name, type);
        _ordered.Add(type);
    }

    private NamedType Create(TypeSource source) => source.Kind switch
    {
        SyntaxKind.ScalarTypeDefinition => CreateScalar(source),
        SyntaxKind.ObjectTypeDefinition => new ObjectType(source.Name),
        SyntaxKind.InterfaceTypeDefinition => new InterfaceType(source.Name) { TypeResolver = _bindings.TypeResolverOf(source.Name) },
        SyntaxKind.UnionTypeDefinition => new UnionType(source.Name) { TypeResolver = _bindings.TypeResolverOf(source.Name) },
        SyntaxKind.EnumTypeDefinition => new EnumType(source.Name),
        _ => new InputObjectType(source.Name) { IsOneOf = source.Directives.Any(directive => directive.Name == "oneOf") },
    };

    private ScalarType CreateScalar(TypeSource source)
    {
        var scalar = _bindings.Scalars.GetValueOrDefault(source.Name) ?? BuiltIn.GetValueOrDefault(source.Name)?.Invoke() ?? new AnyType(source.Name);
        scalar.SpecifiedBy = TextOf(source.Directives, "specifiedBy", "url");
        return scalar;
    }

    private void Complete(NamedType type, TypeSource source)
    {
        type.Description = source.Description;
        type.Directives = Remaining(source.Directives);
        switch (type)
        {
            case ObjectType or InterfaceType:
                ((CompositeType)type).Complete(Interfaces(type, source.Interfaces), [.. source.Fields.Select(field => Field(type.Name, field))]);
                break;
            case UnionType union:
                union.Complete([.. source.Members.Select(Named)]);
                break;
            case EnumType some:
                some.Complete([.. source.Values.Select(value => Value(source.Name, value))]);
                break;
            case InputObjectType input:
                input.Complete([.. source.InputFields.Select(InputField)]);
                break;
        }
    }

    private ImmutableArray<InterfaceType> Interfaces(NamedType type, List<NamedTypeNode> nodes)
    {
        var interfaces = ImmutableArray.CreateBuilder<InterfaceType>(nodes.Count);
        foreach (var node in nodes)
        {
            if (Named(node) is InterfaceType found)
            {
                interfaces.Add(found);
            }
            else
            {
                _problems.Add(new($"Type {type} can implement only interfaces, not {node.Name}.", node.Location));
            }
        }
        return interfaces.ToImmutable();
    }

    private OutputField Field(string typeName, FieldDefinitionNode node)
    {
        var field = new OutputField(node.Name, Type(node.Type), [.. node.Arguments.Select(Argument)])
        {
            Description = node.Description?.Value,
            DeprecationReason = Deprecation(node.Directives),
            Directives = Remaining(node.Directives),
        };
        _bindings.Bind(typeName, field);
        return field;
    }

    private Argument Argument(InputValueDefinitionNode node) => new(node.Name, Type(node.Type), node.DefaultValue)
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node.Directives),
        Directives = Remaining(node.Directives),
    };

    private InputField InputField(InputValueDefinitionNode node) => new(node.Name, Type(node.Type), node.DefaultValue)
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node.Directives),
        Directives = Remaining(node.Directives),
    };

    private EnumValue Value(string typeName, EnumValueDefinitionNode node) => new(node.Name, _bindings.EnumValueOf(typeName, node.Name))
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node.Directives),
        Directives = Remaining(node.Directives),
    };

    private DirectiveType Directive(DirectiveDefinitionNode node) =>
        new(node.Name, [.. node.Locations.Select(Place)], [.. node.Arguments.Select(Argument)], node.IsRepeatable) { Description = node.Description?.Value };

    private static DirectiveLocation Place(string name) => Enum.Parse<DirectiveLocation>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private IType Type(ITypeNode node) => node switch
    {
        ListTypeNode list => new ListType(Type(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(Type(nonNull.Type)),
        _ => Named((NamedTypeNode)node),
    };

    private NamedType Named(NamedTypeNode node)
    {
        if (_types.TryGetValue(node.Name, out var type))
        {
            return type;
        }
        if (!BuiltIn.TryGetValue(node.Name, out var make))
        {
            _problems.Add(new($"There is no type {node.Name}.", node.Location));
            return new AnyType(node.Name);
        }
        type = make();
        Add(type);
        return type;
    }

    private static string? Deprecation(ImmutableArray<DirectiveNode> directives) => directives.Any(directive => directive.Name == "deprecated")
        ? TextOf(directives, "deprecated", "reason") ?? BuiltInDirectives.NoReason
        : null;

    private static string? TextOf(IEnumerable<DirectiveNode> directives, string directive, string argument) =>
        (directives.FirstOrDefault(node => node.Name == directive)?.Arguments.FirstOrDefault(node => node.Name == argument)?.Value as StringValueNode)?.Value;

    private static ImmutableArray<DirectiveNode> Remaining(IEnumerable<DirectiveNode> directives) =>
        [.. directives.Where(directive => directive.Name is not ("deprecated" or "specifiedBy" or "oneOf"))];
}
