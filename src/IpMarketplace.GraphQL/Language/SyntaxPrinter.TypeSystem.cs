using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>Type system definitions and extensions.</summary>
public sealed partial class SyntaxPrinter
{
    private void WriteTypeSystem(ISyntaxNode node)
    {
        if (node is ITypeSystemDefinitionNode definition) WriteDescription(definition.Description);
        if (node is ITypeSystemExtensionNode) _text.Append("extend ");
        switch (node)
        {
            case SchemaDefinitionNode n: WriteSchema(n.Directives, n.OperationTypes); break;
            case SchemaExtensionNode n: WriteSchema(n.Directives, n.OperationTypes); break;
            case ScalarTypeDefinitionNode n: WriteHead("scalar", n.Name, [], n.Directives); break;
            case ScalarTypeExtensionNode n: WriteHead("scalar", n.Name, [], n.Directives); break;
            case ObjectTypeDefinitionNode n: WriteType("type", n.Name, n.Interfaces, n.Directives, n.Fields); break;
            case ObjectTypeExtensionNode n: WriteType("type", n.Name, n.Interfaces, n.Directives, n.Fields); break;
            case InterfaceTypeDefinitionNode n: WriteType("interface", n.Name, n.Interfaces, n.Directives, n.Fields); break;
            case InterfaceTypeExtensionNode n: WriteType("interface", n.Name, n.Interfaces, n.Directives, n.Fields); break;
            case UnionTypeDefinitionNode n: WriteUnion(n.Name, n.Directives, n.Types); break;
            case UnionTypeExtensionNode n: WriteUnion(n.Name, n.Directives, n.Types); break;
            case EnumTypeDefinitionNode n: WriteType("enum", n.Name, [], n.Directives, n.Values); break;
            case EnumTypeExtensionNode n: WriteType("enum", n.Name, [], n.Directives, n.Values); break;
            case InputObjectTypeDefinitionNode n: WriteType("input", n.Name, [], n.Directives, n.Fields); break;
            case InputObjectTypeExtensionNode n: WriteType("input", n.Name, [], n.Directives, n.Fields); break;
            case DirectiveDefinitionNode n: WriteDirectiveDefinition(n); break;
            case OperationTypeDefinitionNode n: _text.Append(Keyword(n.Operation)).Append(": ").Append(n.Type.Name); break;
            case FieldDefinitionNode n: WriteFieldDefinition(n); break;
            case InputValueDefinitionNode n: WriteInputValue(n); break;
            case EnumValueDefinitionNode n: WriteEnumValue(n); break;
            default: throw new ArgumentOutOfRangeException(nameof(node), node.Kind, "Not a node of the grammar.");
        }
    }

    private void WriteSchema(ImmutableArray<DirectiveNode> directives, ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    {
        _text.Append("schema");
        WriteDirectives(directives);
        WriteMembers(operationTypes);
    }

    private void WriteType<T>(
        string keyword, string name, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<DirectiveNode> directives, ImmutableArray<T> members)
        where T : ISyntaxNode
    {
        WriteHead(keyword, name, interfaces, directives);
        WriteMembers(members);
    }

    private void WriteHead(string keyword, string name, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<DirectiveNode> directives)
    {
        _text.Append(keyword).Append(' ').Append(name);
        WriteInline(interfaces, " implements ", "", " & ");
        WriteDirectives(directives);
    }

    private void WriteMembers<T>(ImmutableArray<T> members) where T : ISyntaxNode
    {
        if (members.IsEmpty) return;
        _text.Append(' ');
        WriteBlock(members);
    }

    private void WriteUnion(string name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> types)
    {
        WriteHead("union", name, [], directives);
        WriteInline(types, " = ", "", " | ");
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        _text.Append("directive @").Append(directive.Name);
        WriteArgumentDefinitions(directive.Arguments);
        _text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations);
    }

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        _text.Append(field.Name);
        WriteArgumentDefinitions(field.Arguments);
        _text.Append(": ");
        Write(field.Type);
        WriteDirectives(field.Directives);
    }

    private void WriteArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        if (arguments.Any(argument => argument.Description is not null)) WriteBlock(arguments, '(', ')');
        else WriteInline(arguments, "(", ")");
    }

    private void WriteInputValue(InputValueDefinitionNode value)
    {
        WriteDescription(value.Description);
        _text.Append(value.Name).Append(": ");
        Write(value.Type);
        WriteDefault(value.DefaultValue);
        WriteDirectives(value.Directives);
    }

    private void WriteEnumValue(EnumValueDefinitionNode value)
    {
        WriteDescription(value.Description);
        _text.Append(value.Name);
        WriteDirectives(value.Directives);
    }
}
