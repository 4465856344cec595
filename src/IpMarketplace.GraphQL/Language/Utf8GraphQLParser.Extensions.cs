namespace IpMarketplace.GraphQL.Language;

/// <summary>Type system extensions (3.2): each must extend something.</summary>
public ref partial struct Utf8GraphQLParser
{
    private ITypeSystemExtensionNode ParseExtension(Location location)
    {
        if (SkipKeyword("type"u8)) return ParseObjectTypeExtension(location);
        if (SkipKeyword("interface"u8)) return ParseInterfaceTypeExtension(location);
        if (SkipKeyword("input"u8)) return ParseInputObjectTypeExtension(location);
        if (SkipKeyword("enum"u8)) return ParseEnumTypeExtension(location);
        if (SkipKeyword("union"u8)) return ParseUnionTypeExtension(location);
        if (SkipKeyword("scalar"u8)) return ParseScalarTypeExtension(location);
        return SkipKeyword("schema"u8) ? ParseSchemaExtension(location) : throw Unexpected();
    }

    private SchemaExtensionNode ParseSchemaExtension(Location location)
    {
        var extension = new SchemaExtensionNode(ParseDirectives(isConstant: true), ParseOperationTypes(), location);
        return extension.Directives.IsEmpty && extension.OperationTypes.IsEmpty ? throw Unexpected() : extension;
    }

    private ScalarTypeExtensionNode ParseScalarTypeExtension(Location location)
    {
        var extension = new ScalarTypeExtensionNode(ParseName(), ParseDirectives(isConstant: true), location);
        return extension.Directives.IsEmpty ? throw Unexpected() : extension;
    }

    private ObjectTypeExtensionNode ParseObjectTypeExtension(Location location)
    {
        var extension = new ObjectTypeExtensionNode(
            ParseName(), ParseImplements(), ParseDirectives(isConstant: true), ParseFieldDefinitions(), location);
        return extension.Interfaces.IsEmpty && extension.Directives.IsEmpty && extension.Fields.IsEmpty ? throw Unexpected() : extension;
    }

    private InterfaceTypeExtensionNode ParseInterfaceTypeExtension(Location location)
    {
        var extension = new InterfaceTypeExtensionNode(
            ParseName(), ParseImplements(), ParseDirectives(isConstant: true), ParseFieldDefinitions(), location);
        return extension.Interfaces.IsEmpty && extension.Directives.IsEmpty && extension.Fields.IsEmpty ? throw Unexpected() : extension;
    }

    private UnionTypeExtensionNode ParseUnionTypeExtension(Location location)
    {
        var extension = new UnionTypeExtensionNode(ParseName(), ParseDirectives(isConstant: true), ParseUnionMembers(), location);
        return extension.Directives.IsEmpty && extension.Types.IsEmpty ? throw Unexpected() : extension;
    }

    private EnumTypeExtensionNode ParseEnumTypeExtension(Location location)
    {
        var extension = new EnumTypeExtensionNode(ParseName(), ParseDirectives(isConstant: true), ParseEnumValues(), location);
        return extension.Directives.IsEmpty && extension.Values.IsEmpty ? throw Unexpected() : extension;
    }

    private InputObjectTypeExtensionNode ParseInputObjectTypeExtension(Location location)
    {
        var extension = new InputObjectTypeExtensionNode(ParseName(), ParseDirectives(isConstant: true), ParseInputFields(), location);
        return extension.Directives.IsEmpty && extension.Fields.IsEmpty ? throw Unexpected() : extension;
    }
}
