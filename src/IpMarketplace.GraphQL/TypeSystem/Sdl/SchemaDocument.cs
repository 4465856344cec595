using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.TypeSystem.Sdl;

/// <summary>A type definition with all its extensions merged.</summary>
internal sealed class TypeSource(SyntaxKind kind, string name)
{
    public SyntaxKind Kind { get; } = kind;

    public string Name { get; } = name;

    public string? Description { get; init; }

    public List<DirectiveNode> Directives { get; } = [];

    public List<NamedTypeNode> Interfaces { get; } = [];

    public List<FieldDefinitionNode> Fields { get; } = [];

    public List<InputValueDefinitionNode> InputFields { get; } = [];

    public List<EnumValueDefinitionNode> Values { get; } = [];

    public List<NamedTypeNode> Members { get; } = [];
}

/// <summary>A type system document, its definitions by name and its extensions merged into them (spec 3.1-3.4).</summary>
internal sealed class SchemaDocument
{
    private readonly List<SchemaProblem> _problems;

    public SchemaDocument(DocumentNode document, List<SchemaProblem> problems)
    {
        _problems = problems;
        foreach (var definition in document.Definitions)
        {
            Define(definition);
        }
        foreach (var extension in document.Definitions)
        {
            Extend(extension);
        }
        if (SchemaDefinition is null)
        {
            UseConventionalRootTypes();
        }
    }

    /// <summary>The types in the order of the document.</summary>
    public Dictionary<string, TypeSource> Types { get; } = [];

    public Dictionary<string, DirectiveDefinitionNode> DirectiveDefinitions { get; } = [];

    public SchemaDefinitionNode? SchemaDefinition { get; private set; }

    public List<DirectiveNode> SchemaDirectives { get; } = [];

    public Dictionary<OperationType, NamedTypeNode> RootTypes { get; } = [];

    private void Define(IDefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema when SchemaDefinition is null:
                SchemaDefinition = schema;
                SchemaDirectives.AddRange(schema.Directives);
                AddRootTypes(schema.OperationTypes);
                break;
            case SchemaDefinitionNode:
                _problems.Add(new("There may be only one schema definition.", definition.Location));
                break;
            case DirectiveDefinitionNode directive:
                if (!DirectiveDefinitions.TryAdd(directive.Name, directive))
                {
                    _problems.Add(new($"Directive @{directive.Name} is defined more than once.", definition.Location));
                }
                break;
            case ITypeDefinitionNode type:
                var source = new TypeSource(type.Kind, type.Name) { Description = type.Description?.Value };
                if (!Types.TryAdd(type.Name, source))
                {
                    _problems.Add(new($"Type {type.Name} is defined more than once.", definition.Location));
                }
                Merge(type, source);
                break;
            case IExecutableDefinitionNode:
                _problems.Add(new("A schema holds only definitions of types and directives, no operations and fragments.", definition.Location));
                break;
        }
    }

    private void Extend(IDefinitionNode definition)
    {
        if (definition is SchemaExtensionNode schema)
        {
            SchemaDirectives.AddRange(schema.Directives);
            AddRootTypes(schema.OperationTypes);
        }
        else if (definition is ITypeExtensionNode extension)
        {
            if (!Types.TryGetValue(extension.Name, out var source))
            {
                _problems.Add(new($"Type {extension.Name} cannot be extended: it is not defined.", definition.Location));
            }
            else if (DefinitionOf(extension.Kind) != source.Kind)
            {
                _problems.Add(new($"Type {extension.Name} is of another kind than its extension.", definition.Location));
            }
            else
            {
                Merge(extension, source);
            }
        }
    }

    private static SyntaxKind DefinitionOf(SyntaxKind extension) => extension switch
    {
        SyntaxKind.ScalarTypeExtension => SyntaxKind.ScalarTypeDefinition,
        SyntaxKind.ObjectTypeExtension => SyntaxKind.ObjectTypeDefinition,
        SyntaxKind.InterfaceTypeExtension => SyntaxKind.InterfaceTypeDefinition,
        SyntaxKind.UnionTypeExtension => SyntaxKind.UnionTypeDefinition,
        SyntaxKind.EnumTypeExtension => SyntaxKind.EnumTypeDefinition,
        _ => SyntaxKind.InputObjectTypeDefinition,
    };

    private static void Merge(IHasDirectives node, TypeSource source)
    {
        source.Directives.AddRange(node.Directives);
        switch (node)
        {
            case ObjectTypeDefinitionNode type:
                source.Interfaces.AddRange(type.Interfaces);
                source.Fields.AddRange(type.Fields);
                break;
            case ObjectTypeExtensionNode type:
                source.Interfaces.AddRange(type.Interfaces);
                source.Fields.AddRange(type.Fields);
                break;
            case InterfaceTypeDefinitionNode type:
                source.Interfaces.AddRange(type.Interfaces);
                source.Fields.AddRange(type.Fields);
                break;
            case InterfaceTypeExtensionNode type:
                source.Interfaces.AddRange(type.Interfaces);
                source.Fields.AddRange(type.Fields);
                break;
            case UnionTypeDefinitionNode type:
                source.Members.AddRange(type.Types);
                break;
            case UnionTypeExtensionNode type:
                source.Members.AddRange(type.Types);
                break;
            case EnumTypeDefinitionNode type:
                source.Values.AddRange(type.Values);
                break;
            case EnumTypeExtensionNode type:
                source.Values.AddRange(type.Values);
                break;
            case InputObjectTypeDefinitionNode type:
                source.InputFields.AddRange(type.Fields);
                break;
            case InputObjectTypeExtensionNode type:
                source.InputFields.AddRange(type.Fields);
                break;
        }
    }

    private void AddRootTypes(IEnumerable<OperationTypeDefinitionNode> types)
    {
        foreach (var type in types)
        {
            if (!RootTypes.TryAdd(type.Operation, type.Type))
            {
                _problems.Add(new($"There may be only one {type.Operation.ToString().ToLowerInvariant()} root type.", type.Location));
            }
        }
    }

    // Spec 3.3.1, Default Root Operation Type Names.
    private void UseConventionalRootTypes()
    {
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (Types.TryGetValue(operation.ToString(), out var source) && source.Kind == SyntaxKind.ObjectTypeDefinition)
            {
                RootTypes.TryAdd(operation, new NamedTypeNode(source.Name));
            }
        }
    }
}
