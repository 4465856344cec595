using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace IpMarketplace.GraphQL.Language;

/// <summary>Type system definitions (3).</summary>
public ref partial struct Utf8GraphQLParser
{
    private static readonly FrozenSet<string> DirectiveLocations = FrozenSet.Create(
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION");

    private ITypeSystemDefinitionNode? TryParseTypeSystemDefinition(StringValueNode? description, Location location)
    {
        if (SkipKeyword("type"u8)) return ParseObjectType(description, location);
        if (SkipKeyword("interface"u8)) return ParseInterfaceType(description, location);
        if (SkipKeyword("input"u8)) return ParseInputObjectType(description, location);
        if (SkipKeyword("enum"u8)) return ParseEnumType(description, location);
        if (SkipKeyword("union"u8)) return ParseUnionType(description, location);
        if (SkipKeyword("scalar"u8))
            return new ScalarTypeDefinitionNode(description, ParseName(), ParseDirectives(isConstant: true), location);
        if (SkipKeyword("directive"u8)) return ParseDirectiveDefinition(description, location);
        return SkipKeyword("schema"u8) ? ParseSchema(description, location) : null;
    }

    private StringValueNode? ParseDescription() => _reader.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private SchemaDefinitionNode ParseSchema(StringValueNode? description, Location location)
    {
        var directives = ParseDirectives(isConstant: true);
        if (_reader.Kind != TokenKind.LeftBrace) Expect(TokenKind.LeftBrace);
        return new SchemaDefinitionNode(description, directives, ParseOperationTypes(), location);
    }

    private ImmutableArray<OperationTypeDefinitionNode> ParseOperationTypes()
    {
        if (!Skip(TokenKind.LeftBrace)) return [];
        var mark = _scratchCount;
        do
        {
            var location = Here;
            if (_reader.Kind != TokenKind.Name) throw Error($"Expected Name, found {DescribeToken()}.");
            if (TryParseOperationType() is not { } operation) throw Unexpected();
            Expect(TokenKind.Colon);
            Push(new OperationTypeDefinitionNode(operation, ParseNamedType(), location));
        }
        while (!Skip(TokenKind.RightBrace));
        return Pop<OperationTypeDefinitionNode>(mark);
    }

    private ObjectTypeDefinitionNode ParseObjectType(StringValueNode? description, Location location) =>
        new(description, ParseName(), ParseImplements(), ParseDirectives(isConstant: true), ParseFieldDefinitions(), location);

    private InterfaceTypeDefinitionNode ParseInterfaceType(StringValueNode? description, Location location) =>
        new(description, ParseName(), ParseImplements(), ParseDirectives(isConstant: true), ParseFieldDefinitions(), location);

    private InputObjectTypeDefinitionNode ParseInputObjectType(StringValueNode? description, Location location) =>
        new(description, ParseName(), ParseDirectives(isConstant: true), ParseInputFields(), location);

    private EnumTypeDefinitionNode ParseEnumType(StringValueNode? description, Location location) =>
        new(description, ParseName(), ParseDirectives(isConstant: true), ParseEnumValues(), location);

    private UnionTypeDefinitionNode ParseUnionType(StringValueNode? description, Location location) =>
        new(description, ParseName(), ParseDirectives(isConstant: true), ParseUnionMembers(), location);

    private ImmutableArray<NamedTypeNode> ParseImplements() =>
        SkipKeyword("implements"u8) ? ParseNamedTypes(TokenKind.Ampersand) : [];

    private ImmutableArray<NamedTypeNode> ParseUnionMembers() => Skip(TokenKind.Equal) ? ParseNamedTypes(TokenKind.Pipe) : [];

    private ImmutableArray<NamedTypeNode> ParseNamedTypes(TokenKind separator)
    {
        var mark = _scratchCount;
        Skip(separator);
        do Push(ParseNamedType());
        while (Skip(separator));
        return Pop<NamedTypeNode>(mark);
    }

    private ImmutableArray<FieldDefinitionNode> ParseFieldDefinitions()
    {
        if (!Skip(TokenKind.LeftBrace)) return [];
        var mark = _scratchCount;
        do
        {
            var location = Here;
            var description = ParseDescription();
            var name = ParseName();
            var arguments = ParseArgumentDefinitions();
            Expect(TokenKind.Colon);
            Push(new FieldDefinitionNode(description, name, arguments, ParseTypeReference(), ParseDirectives(isConstant: true), location));
        }
        while (!Skip(TokenKind.RightBrace));
        return Pop<FieldDefinitionNode>(mark);
    }

    private ImmutableArray<InputValueDefinitionNode> ParseArgumentDefinitions() =>
        ParseInputValues(TokenKind.LeftParenthesis, TokenKind.RightParenthesis);

    private ImmutableArray<InputValueDefinitionNode> ParseInputFields() => ParseInputValues(TokenKind.LeftBrace, TokenKind.RightBrace);

    private ImmutableArray<InputValueDefinitionNode> ParseInputValues(TokenKind open, TokenKind close)
    {
        if (!Skip(open)) return [];
        var mark = _scratchCount;
        do
        {
            var location = Here;
            var description = ParseDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var defaultValue = Skip(TokenKind.Equal) ? ParseValueLiteral(isConstant: true) : null;
            Push(new InputValueDefinitionNode(description, name, type, defaultValue, ParseDirectives(isConstant: true), location));
        }
        while (!Skip(close));
        return Pop<InputValueDefinitionNode>(mark);
    }

    private ImmutableArray<EnumValueDefinitionNode> ParseEnumValues()
    {
        if (!Skip(TokenKind.LeftBrace)) return [];
        var mark = _scratchCount;
        do
        {
            var location = Here;
            var description = ParseDescription();
            if (IsKeyword("true"u8) || IsKeyword("false"u8) || IsKeyword("null"u8))
                throw Error($"{DescribeToken()} is reserved and cannot be used for an enum value.");
            Push(new EnumValueDefinitionNode(description, ParseName(), ParseDirectives(isConstant: true), location));
        }
        while (!Skip(TokenKind.RightBrace));
        return Pop<EnumValueDefinitionNode>(mark);
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(StringValueNode? description, Location location)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        return new DirectiveDefinitionNode(description, name, arguments, isRepeatable, ParseDirectiveLocations(), location);
    }

    private ImmutableArray<string> ParseDirectiveLocations()
    {
        var locations = ImmutableArray.CreateBuilder<string>();
        Skip(TokenKind.Pipe);
        do
        {
            if (_reader.Kind == TokenKind.Name && !DirectiveLocations.Contains(Encoding.ASCII.GetString(_reader.Text))) throw Unexpected();
            locations.Add(ParseName());
        }
        while (Skip(TokenKind.Pipe));
        return locations.ToImmutable();
    }
}
