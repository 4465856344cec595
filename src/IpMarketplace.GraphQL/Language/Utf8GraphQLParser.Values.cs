using System.Collections.Immutable;
using System.Text;

namespace IpMarketplace.GraphQL.Language;

/// <summary>Values, type references, arguments and directives (2.6, 2.9 to 2.12).</summary>
public ref partial struct Utf8GraphQLParser
{
    private IValueNode ParseValueLiteral(bool isConstant)
    {
        var location = Here;
        switch (_reader.Kind)
        {
            case TokenKind.Dollar when isConstant:
                throw VariableInConstant();
            case TokenKind.Dollar:
                return ParseVariable();
            case TokenKind.Int:
                var integer = Encoding.ASCII.GetString(_reader.Text);
                Advance();
                return new IntValueNode(integer, location);
            case TokenKind.Float:
                var number = Encoding.ASCII.GetString(_reader.Text);
                Advance();
                return new FloatValueNode(number, location);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                return ParseNamedValue(location);
            case TokenKind.LeftBracket:
                return ParseList(isConstant);
            case TokenKind.LeftBrace:
                return ParseObject(isConstant);
            default:
                throw Unexpected();
        }
    }

    private SyntaxException VariableInConstant()
    {
        var dollar = _reader.Location;
        Advance();
        var what = _reader.Kind == TokenKind.Name ? $"variable \"${Encoding.ASCII.GetString(_reader.Text)}\" in constant value" : "\"$\"";
        return new SyntaxException($"Unexpected {what}.", dollar);
    }

    private IValueNode ParseNamedValue(Location location) => ParseName() switch
    {
        "true" => new BooleanValueNode(true, location),
        "false" => new BooleanValueNode(false, location),
        "null" => new NullValueNode(location),
        var name => new EnumValueNode(name, location),
    };

    private StringValueNode ParseString()
    {
        var literal = new StringValueNode(_reader.StringValue(), _reader.Kind == TokenKind.BlockString, Here);
        Advance();
        return literal;
    }

    private ListValueNode ParseList(bool isConstant)
    {
        var location = Here;
        var mark = _scratchCount;
        Enter();
        Advance();
        while (!Skip(TokenKind.RightBracket)) Push(ParseValueLiteral(isConstant));
        Leave();
        return new ListValueNode(Pop<IValueNode>(mark), location);
    }

    private ObjectValueNode ParseObject(bool isConstant)
    {
        var location = Here;
        var mark = _scratchCount;
        Enter();
        Advance();
        while (!Skip(TokenKind.RightBrace))
        {
            var fieldLocation = Here;
            var name = ParseName();
            Expect(TokenKind.Colon);
            Push(new ObjectFieldNode(name, ParseValueLiteral(isConstant), fieldLocation));
        }

        Leave();
        return new ObjectValueNode(Pop<ObjectFieldNode>(mark), location);
    }

    private VariableNode ParseVariable()
    {
        var location = Here;
        Expect(TokenKind.Dollar);
        return new VariableNode(ParseName(), location);
    }

    private ITypeNode ParseTypeReference()
    {
        var location = Here;
        ITypeNode type;
        if (_reader.Kind == TokenKind.LeftBracket)
        {
            Enter();
            Advance();
            type = new ListTypeNode(ParseTypeReference(), location);
            Expect(TokenKind.RightBracket);
            Leave();
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type, location) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var location = Here;
        return new NamedTypeNode(ParseName(), location);
    }

    private ImmutableArray<ArgumentNode> ParseArguments(bool isConstant)
    {
        if (!Skip(TokenKind.LeftParenthesis)) return [];
        var mark = _scratchCount;
        do
        {
            var location = Here;
            var name = ParseName();
            Expect(TokenKind.Colon);
            Push(new ArgumentNode(name, ParseValueLiteral(isConstant), location));
        }
        while (!Skip(TokenKind.RightParenthesis));
        return Pop<ArgumentNode>(mark);
    }

    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConstant)
    {
        if (_reader.Kind != TokenKind.At) return [];
        var mark = _scratchCount;
        while (_reader.Kind == TokenKind.At)
        {
            if (_scratchCount - mark == _options.MaxDirectivesPerPlace)
                throw TooMuch(SyntaxLimit.Directives, _options.MaxDirectivesPerPlace, $"More than {_options.MaxDirectivesPerPlace} directives at one place. Parsing aborted.");
            if (_directives++ == _options.MaxDirectives)
                throw TooMuch(SyntaxLimit.Directives, _options.MaxDirectives, $"More than {_options.MaxDirectives} directives in one document. Parsing aborted.");
            var location = Here;
            Advance();
            Push(new DirectiveNode(ParseName(), ParseArguments(isConstant), location));
        }

        return Pop<DirectiveNode>(mark);
    }
}
