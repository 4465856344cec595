using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation;

/// <summary>
/// Walks once over a document, keeps track of the types, and shows each node to the rules that look at its kind. What the rules of 5.5 and 5.8
/// need to know of whole operations, spreads and uses of variables, is gathered on the way.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, ValidationRule[] rules)
{
    private readonly IEnter<DocumentNode>[] _documents = Looking<IEnter<DocumentNode>>(rules);
    private readonly IEnter<OperationDefinitionNode>[] _operations = Looking<IEnter<OperationDefinitionNode>>(rules);
    private readonly IEnter<VariableDefinitionNode>[] _variables = Looking<IEnter<VariableDefinitionNode>>(rules);
    private readonly IEnter<FragmentDefinitionNode>[] _fragments = Looking<IEnter<FragmentDefinitionNode>>(rules);
    private readonly IEnter<FieldNode>[] _fields = Looking<IEnter<FieldNode>>(rules);
    private readonly IEnter<FragmentSpreadNode>[] _spreads = Looking<IEnter<FragmentSpreadNode>>(rules);
    private readonly IEnter<InlineFragmentNode>[] _inlineFragments = Looking<IEnter<InlineFragmentNode>>(rules);
    private readonly IEnter<DirectiveNode>[] _directives = Looking<IEnter<DirectiveNode>>(rules);
    private readonly IEnter<IHasDirectives>[] _directiveLists = Looking<IEnter<IHasDirectives>>(rules);
    private readonly IEnter<ObjectValueNode>[] _objects = Looking<IEnter<ObjectValueNode>>(rules);
    private readonly IEnter<NamedTypeNode>[] _types = Looking<IEnter<NamedTypeNode>>(rules);
    private readonly ILeave<DocumentNode>[] _ends = Looking<ILeave<DocumentNode>>(rules);

    private DefinitionUsages? _usages;

    public void Walk()
    {
        var document = context.Document;
        Enter(_documents, document);
        foreach (var definition in document.Definitions)
        {
            _usages = definition is IExecutableDefinitionNode executable ? context.UsagesOf(executable) : null;
            switch (definition)
            {
                case OperationDefinitionNode operation: WalkOperation(operation); break;
                case FragmentDefinitionNode fragment: WalkFragment(fragment); break;
                case IHasDirectives notExecutable: WalkDirectives(notExecutable); break;
            }
        }

        foreach (var rule in _ends) rule.Leave(document);
    }

    private void WalkOperation(OperationDefinitionNode operation)
    {
        Enter(_operations, operation);
        foreach (var variable in operation.VariableDefinitions)
        {
            Enter(_variables, variable);
            WalkType(variable.Type);
            WalkDirectives(variable);
            if (variable.DefaultValue is { } value) WalkValue(value, context.Schema.GetType(variable.Type), false, null);
        }

        WalkDirectives(operation);
        WalkSelections(operation.SelectionSet, context.Schema.GetRootType(operation.Operation));
    }

    private void WalkFragment(FragmentDefinitionNode fragment)
    {
        Enter(_fragments, fragment);
        Enter(_types, fragment.TypeCondition);
        WalkDirectives(fragment);
        WalkSelections(fragment.SelectionSet, context.TypeOf(fragment.TypeCondition));
    }

    private void WalkSelections(SelectionSetNode selectionSet, CompositeType? parent)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsFull) return;
            context.ParentType = parent;
            switch (selection)
            {
                case FieldNode field: WalkField(field, parent); break;
                case FragmentSpreadNode spread: WalkSpread(spread); break;
                case InlineFragmentNode inline: WalkInlineFragment(inline, parent); break;
            }
        }
    }

    private void WalkField(FieldNode field, CompositeType? parent)
    {
        var definition = parent is not null && context.Schema.TryGetField(parent, field.Name, out var found) ? found : null;
        context.Field = definition;
        Enter(_fields, field);
        foreach (var argument in field.Arguments) WalkArgument(argument, Argument(definition, argument.Name));
        WalkDirectives(field);
        if (field.SelectionSet is { } below) WalkSelections(below, definition?.Type.NamedType as CompositeType);
    }

    private void WalkSpread(FragmentSpreadNode spread)
    {
        _usages?.Add(spread);
        Enter(_spreads, spread);
        WalkDirectives(spread);
    }

    private void WalkInlineFragment(InlineFragmentNode inline, CompositeType? parent)
    {
        Enter(_inlineFragments, inline);
        if (inline.TypeCondition is { } condition)
        {
            Enter(_types, condition);
            parent = context.TypeOf(condition);
        }

        WalkDirectives(inline);
        WalkSelections(inline.SelectionSet, parent);
    }

    private void WalkDirectives(IHasDirectives node)
    {
        if (node.Directives.IsEmpty) return;
        Enter(_directiveLists, node);
        foreach (var directive in node.Directives)
        {
            Enter(_directives, directive);
            context.Schema.TryGetDirective(directive.Name, out var definition);
            foreach (var argument in directive.Arguments) WalkArgument(argument, Argument(definition, argument.Name));
        }
    }

    private void WalkArgument(ArgumentNode argument, Argument? definition) =>
        WalkValue(argument.Value, definition?.Type, definition?.HasDefault == true, null);

    private void WalkValue(IValueNode value, IType? type, bool hasDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                _usages?.Add(new VariableUsage(variable, type, hasDefault, oneOf));
                break;
            case ListValueNode list:
                var itemType = type?.ItemType() ?? type?.Nullable;
                foreach (var item in list.Items) WalkValue(item, itemType, false, null);
                break;
            case ObjectValueNode node:
                Enter(_objects, node);
                var inputObject = type?.NamedType as InputObjectType;
                // As the reference implementation, 5.8.5 does not look through a non-null around a OneOf type; execution checks the value there.
                var ownOneOf = type is InputObjectType { IsOneOf: true } ? inputObject : null;
                foreach (var field in node.Fields) WalkInputField(field, inputObject, ownOneOf);
                break;
        }
    }

    private void WalkInputField(ObjectFieldNode field, InputObjectType? inputObject, InputObjectType? oneOf)
    {
        var definition = inputObject is not null && inputObject.TryGetField(field.Name, out var found) ? found : null;
        WalkValue(field.Value, definition?.Type, definition?.HasDefault == true, oneOf);
    }

    private void WalkType(ITypeNode type)
    {
        while (type is not NamedTypeNode) type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;
        Enter(_types, (NamedTypeNode)type);
    }

    private static Argument? Argument(OutputField? field, string name) => field is not null && field.TryGetArgument(name, out var found) ? found : null;

    private static Argument? Argument(DirectiveType? directive, string name) =>
        directive is not null && directive.TryGetArgument(name, out var found) ? found : null;

    private static TLook[] Looking<TLook>(ValidationRule[] rules) where TLook : class
    {
        var looking = new List<TLook>();
        foreach (var rule in rules)
        {
            if (rule is TLook look) looking.Add(look);
        }

        return [.. looking];
    }

    private static void Enter<TNode>(IEnter<TNode>[] rules, TNode node) where TNode : ISyntaxNode
    {
        foreach (var rule in rules) rule.Enter(node);
    }
}
