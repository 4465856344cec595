using System.Collections.Immutable;
using System.Text;

namespace IpMarketplace.GraphQL.Language;

/// <summary>Writes syntax trees as GraphQL text that parses to the same tree.</summary>
public sealed partial class SyntaxPrinter
{
    private readonly StringBuilder _text = new();
    private readonly bool _indented;
    private int _level;

    private SyntaxPrinter(bool indented) => _indented = indented;

    /// <summary>Prints a node: over several lines with two spaces a level, or on one line.</summary>
    public static string Print(ISyntaxNode node, bool indented = true)
    {
        var printer = new SyntaxPrinter(indented);
        printer.Write(node);
        return printer._text.ToString();
    }

    private void Write(ISyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document: WriteDocument(document); break;
            case OperationDefinitionNode operation: WriteOperation(operation); break;
            case FragmentDefinitionNode fragment: WriteFragment(fragment); break;
            case VariableDefinitionNode variable: WriteVariableDefinition(variable); break;
            case SelectionSetNode selectionSet: WriteBlock(selectionSet.Selections); break;
            case FieldNode field: WriteField(field); break;
            case FragmentSpreadNode spread: WriteSpread(spread); break;
            case InlineFragmentNode inline: WriteInlineFragment(inline); break;
            case ArgumentNode argument: WriteNamed(argument.Name, argument.Value); break;
            case DirectiveNode directive: WriteDirective(directive); break;
            case ObjectFieldNode field: WriteNamed(field.Name, field.Value); break;
            case IValueNode value: WriteValue(value); break;
            case NamedTypeNode named: _text.Append(named.Name); break;
            case ListTypeNode list: WriteAround('[', list.Type, ']'); break;
            case NonNullTypeNode nonNull: WriteAround(null, nonNull.Type, '!'); break;
            default: WriteTypeSystem(node); break;
        }
    }

    private void WriteDocument(DocumentNode document)
    {
        var between = _indented ? "\n\n" : " ";
        for (var i = 0; i < document.Definitions.Length; i++)
        {
            if (i > 0) _text.Append(between);
            Write(document.Definitions[i]);
        }
    }

    private void WriteOperation(OperationDefinitionNode operation)
    {
        WriteDescription(operation.Description);
        var isShorthand = operation is { Operation: OperationType.Query, Name: null, Description: null }
            && operation.VariableDefinitions.IsEmpty && operation.Directives.IsEmpty;
        if (!isShorthand)
        {
            _text.Append(Keyword(operation.Operation));
            if (operation.Name is not null || !operation.VariableDefinitions.IsEmpty) _text.Append(' ');
            _text.Append(operation.Name);
            if (operation.VariableDefinitions.Any(variable => variable.Description is not null)) WriteBlock(operation.VariableDefinitions, '(', ')');
            else WriteInline(operation.VariableDefinitions, "(", ")");
            WriteDirectives(operation.Directives);
            _text.Append(' ');
        }

        Write(operation.SelectionSet);
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        Write(variable.Variable);
        _text.Append(": ");
        Write(variable.Type);
        WriteDefault(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteFragment(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        _text.Append("fragment ").Append(fragment.Name).Append(" on ").Append(fragment.TypeCondition.Name);
        WriteDirectives(fragment.Directives);
        _text.Append(' ');
        Write(fragment.SelectionSet);
    }

    private void WriteField(FieldNode field)
    {
        if (field.Alias is not null) _text.Append(field.Alias).Append(": ");
        _text.Append(field.Name);
        WriteInline(field.Arguments, "(", ")");
        WriteDirectives(field.Directives);
        if (field.SelectionSet is null) return;
        _text.Append(' ');
        Write(field.SelectionSet);
    }

    private void WriteSpread(FragmentSpreadNode spread)
    {
        _text.Append("...").Append(spread.Name);
        WriteDirectives(spread.Directives);
    }

    private void WriteInlineFragment(InlineFragmentNode inline)
    {
        _text.Append("...");
        if (inline.TypeCondition is not null) _text.Append(" on ").Append(inline.TypeCondition.Name);
        WriteDirectives(inline.Directives);
        _text.Append(' ');
        Write(inline.SelectionSet);
    }

    private void WriteDirective(DirectiveNode directive)
    {
        _text.Append('@').Append(directive.Name);
        WriteInline(directive.Arguments, "(", ")");
    }

    private void WriteDirectives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(' ');
            Write(directive);
        }
    }

    private void WriteNamed(string name, IValueNode value)
    {
        _text.Append(name).Append(": ");
        Write(value);
    }

    private void WriteDefault(IValueNode? value)
    {
        if (value is null) return;
        _text.Append(" = ");
        Write(value);
    }

    private void WriteAround(char? open, ISyntaxNode node, char close)
    {
        _text.Append(open);
        Write(node);
        _text.Append(close);
    }

    /// <summary>Writes a list on one line; an empty one not at all.</summary>
    private void WriteInline<T>(ImmutableArray<T> items, string open, string close, string separator = ", ") where T : ISyntaxNode
    {
        if (items.IsEmpty) return;
        _text.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) _text.Append(separator);
            Write(items[i]);
        }

        _text.Append(close);
    }

    /// <summary>Writes a list with each item on its own line.</summary>
    private void WriteBlock<T>(ImmutableArray<T> items, char open = '{', char close = '}') where T : ISyntaxNode
    {
        _text.Append(open);
        _level++;
        foreach (var item in items)
        {
            NewLine();
            Write(item);
        }

        _level--;
        NewLine();
        _text.Append(close);
    }

    private void NewLine()
    {
        if (_indented) _text.Append('\n').Append(' ', 2 * _level);
        else _text.Append(' ');
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
