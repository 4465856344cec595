using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>Operations, fragments and selections (2.2 to 2.8).</summary>
public ref partial struct Utf8GraphQLParser
{
    private IDefinitionNode ParseDefinition()
    {
        var start = _reader.Location;
        var location = Here;
        var description = ParseDescription();
        if (_reader.Kind == TokenKind.LeftBrace)
        {
            if (description is not null)
                throw new SyntaxException("Unexpected description, descriptions are not supported on shorthand queries.", start);
            return new OperationDefinitionNode(OperationType.Query, null, [], [], ParseSelectionSet(), location: location);
        }

        if (IsKeyword("fragment"u8)) return ParseFragmentDefinition(description, location);
        if (TryParseOperationType() is { } operation) return ParseOperation(operation, description, location);
        if (TryParseTypeSystemDefinition(description, location) is { } definition) return definition;
        if (_reader.Kind == TokenKind.Name && description is not null)
            throw new SyntaxException("Unexpected description, only GraphQL definitions support descriptions.", start);
        return SkipKeyword("extend"u8) ? ParseExtension(location) : throw Unexpected();
    }

    private OperationType? TryParseOperationType()
    {
        if (SkipKeyword("query"u8)) return OperationType.Query;
        if (SkipKeyword("mutation"u8)) return OperationType.Mutation;
        return SkipKeyword("subscription"u8) ? OperationType.Subscription : null;
    }

    private OperationDefinitionNode ParseOperation(OperationType operation, StringValueNode? description, Location location)
    {
        var name = _reader.Kind == TokenKind.Name ? ParseName() : null;
        return new OperationDefinitionNode(
            operation, name, ParseVariableDefinitions(), ParseDirectives(isConstant: false), ParseSelectionSet(), description, location);
    }

    private ImmutableArray<VariableDefinitionNode> ParseVariableDefinitions()
    {
        if (!Skip(TokenKind.LeftParenthesis)) return [];
        var mark = _scratchCount;
        do
        {
            var location = Here;
            var description = ParseDescription();
            var variable = ParseVariable();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var defaultValue = Skip(TokenKind.Equal) ? ParseValueLiteral(isConstant: true) : null;
            Push(new VariableDefinitionNode(variable, type, defaultValue, ParseDirectives(isConstant: true), description, location));
        }
        while (!Skip(TokenKind.RightParenthesis));
        return Pop<VariableDefinitionNode>(mark);
    }

    private FragmentDefinitionNode ParseFragmentDefinition(StringValueNode? description, Location location)
    {
        Advance();
        if (IsKeyword("on"u8)) throw Unexpected();
        var name = ParseName();
        ExpectKeyword("on"u8);
        return new FragmentDefinitionNode(
            name, ParseNamedType(), ParseDirectives(isConstant: false), ParseSelectionSet(), description, location);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var location = Here;
        var mark = _scratchCount;
        Expect(TokenKind.LeftBrace);
        Enter();
        do Push(_reader.Kind == TokenKind.Spread ? ParseFragment() : ParseField());
        while (!Skip(TokenKind.RightBrace));
        Leave();
        return new SelectionSetNode(Pop<ISelectionNode>(mark), location);
    }

    private FieldNode ParseField()
    {
        var location = Here;
        var name = ParseName();
        string? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ParseName());
        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = _reader.Kind == TokenKind.LeftBrace ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selectionSet, location);
    }

    private ISelectionNode ParseFragment()
    {
        var location = Here;
        Advance();
        var hasTypeCondition = SkipKeyword("on"u8);
        if (!hasTypeCondition && _reader.Kind == TokenKind.Name)
            return new FragmentSpreadNode(ParseName(), ParseDirectives(isConstant: false), location);
        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        return new InlineFragmentNode(typeCondition, ParseDirectives(isConstant: false), ParseSelectionSet(), location);
    }
}
