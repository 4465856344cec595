using System.Collections.Immutable;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.TypeSystem.Introspection;

/// <summary>The types a schema describes itself with (spec 4.2): ordinary types with pure resolvers over the schema.</summary>
internal sealed class IntrospectionTypes
{
    private readonly ScalarType _string;
    private readonly ScalarType _boolean;
    private readonly ObjectType _schema = new("__Schema") { Description = "What can be asked of this server: its types, root types and directives." };
    private readonly ObjectType _type = new("__Type") { Description = "A type, named or wrapped in lists and non-nulls; which members say something depends on its kind." };
    private readonly ObjectType _field = new("__Field") { Description = "A field of an object or interface type." };
    private readonly ObjectType _inputValue = new("__InputValue") { Description = "An argument, or a field of an input object." };
    private readonly ObjectType _enumValue = new("__EnumValue") { Description = "A value of an enum." };
    private readonly ObjectType _directive = new("__Directive") { Description = "A directive and where it may stand." };
    private readonly EnumType _typeKind = EnumOf<TypeKind>("__TypeKind", "The kinds of types.");
    private readonly EnumType _location = EnumOf<DirectiveLocation>("__DirectiveLocation", "The places a directive may stand.");

    public IntrospectionTypes(Schema schema, IEnumerable<ScalarType> own)
    {
        _string = own.FirstOrDefault(type => type.Name == "String") ?? new StringType();
        _boolean = own.FirstOrDefault(type => type.Name == "Boolean") ?? new BooleanType();
        Types = [_string, _boolean, _schema, _type, _field, _inputValue, _enumValue, _directive, _typeKind, _location];
        foreach (var type in Types)
        {
            type.IsBuiltIn = true;
        }
        Directives = BuiltInDirectives.Of(_string, _boolean);
        CompleteSchema();
        CompleteType();
        CompleteMembers();
        var name = new Argument("name", NonNull(_string));
        TypeNameField = Field("__typename", NonNull(_string), context => throw new InvalidOperationException("__typename is answered from the object's type."));
        SchemaField = Field("__schema", NonNull(_schema), _ => FieldValue.From(schema));
        TypeField = new OutputField("__type", _type, [name])
        {
            PureResolver = context => schema.TryGetType((string)context.ArgumentValue(0)!, out var found) ? FieldValue.From(found) : default,
        };
    }

    public ImmutableArray<NamedType> Types { get; }

    public ImmutableArray<DirectiveType> Directives { get; }

    public OutputField TypeNameField { get; }

    public OutputField SchemaField { get; }

    public OutputField TypeField { get; }

    private void CompleteSchema() => _schema.Complete([],
    [
        Of<Schema>("description", _string, schema => schema.Description),
        Of<Schema>("types", ListOf(_type), schema => FieldValue.From(schema.Types)),
        Of<Schema>("queryType", NonNull(_type), schema => FieldValue.From(schema.QueryType)),
        Of<Schema>("mutationType", _type, schema => FieldValue.From(schema.MutationType)),
        Of<Schema>("subscriptionType", _type, schema => FieldValue.From(schema.SubscriptionType)),
        Of<Schema>("directives", ListOf(_directive), schema => FieldValue.From(schema.Directives)),
    ]);

    private void CompleteType() => _type.Complete([],
    [
        Of<IType>("kind", NonNull(_typeKind), type => FieldValue.From(type.Kind)),
        Of<IType>("name", _string, type => (type as NamedType)?.Name),
        Of<IType>("description", _string, type => (type as NamedType)?.Description),
        Of<IType>("specifiedByURL", _string, type => (type as ScalarType)?.SpecifiedBy),
        Filtered<IType>("fields", ListOf(_field).Nullable, (type, deprecated) => type is ObjectType or InterfaceType
            ? ((CompositeType)type).Fields.Where(field => deprecated || field.DeprecationReason is null).ToArray() : null),
        Of<IType>("interfaces", ListOf(_type).Nullable, type => type is ObjectType or InterfaceType ? FieldValue.From(((CompositeType)type).Interfaces) : default),
        Of<IType>("possibleTypes", ListOf(_type).Nullable, type => type is AbstractType some ? FieldValue.From(some.PossibleTypes) : default),
        Filtered<IType>("enumValues", ListOf(_enumValue).Nullable, (type, deprecated) =>
            (type as EnumType)?.Values.Where(value => deprecated || value.DeprecationReason is null).ToArray()),
        Filtered<IType>("inputFields", ListOf(_inputValue).Nullable, (type, deprecated) =>
            (type as InputObjectType)?.Fields.Where(field => deprecated || field.DeprecationReason is null).ToArray()),
        Of<IType>("ofType", _type, type => FieldValue.From(type switch { ListType list => list.Item, NonNullType nonNull => nonNull.Nullable, _ => null })),
        Of<IType>("isOneOf", _boolean, type => (type as InputObjectType)?.IsOneOf),
    ]);

    private void CompleteMembers()
    {
        _field.Complete([],
        [
            Of<OutputField>("name", NonNull(_string), field => field.Name),
            Of<OutputField>("description", _string, field => field.Description),
            Filtered<OutputField>("args", ListOf(_inputValue), (field, deprecated) => Undeprecated(field.Arguments, deprecated)),
            Of<OutputField>("type", NonNull(_type), field => FieldValue.From(field.Type)),
            Of<OutputField>("isDeprecated", NonNull(_boolean), field => field.DeprecationReason is not null),
            Of<OutputField>("deprecationReason", _string, field => field.DeprecationReason),
        ]);
        _inputValue.Complete([],
        [
            Of<InputValue>("name", NonNull(_string), input => input.Name),
            Of<InputValue>("description", _string, input => input.Description),
            Of<InputValue>("type", NonNull(_type), input => FieldValue.From(input.Type)),
            Of<InputValue>("defaultValue", _string, input => input.DefaultLiteral?.ToString()),
            Of<InputValue>("isDeprecated", NonNull(_boolean), input => input.DeprecationReason is not null),
            Of<InputValue>("deprecationReason", _string, input => input.DeprecationReason),
        ]);
        _enumValue.Complete([],
        [
            Of<EnumValue>("name", NonNull(_string), value => value.Name),
            Of<EnumValue>("description", _string, value => value.Description),
            Of<EnumValue>("isDeprecated", NonNull(_boolean), value => value.DeprecationReason is not null),
            Of<EnumValue>("deprecationReason", _string, value => value.DeprecationReason),
        ]);
        _directive.Complete([],
        [
            Of<DirectiveType>("name", NonNull(_string), directive => directive.Name),
            Of<DirectiveType>("description", _string, directive => directive.Description),
            Of<DirectiveType>("isRepeatable", NonNull(_boolean), directive => directive.IsRepeatable),
            Of<DirectiveType>("locations", ListOf(_location), directive => FieldValue.From(directive.Locations)),
            Filtered<DirectiveType>("args", ListOf(_inputValue), (directive, deprecated) => Undeprecated(directive.Arguments, deprecated)),
        ]);
    }

    private static Argument[] Undeprecated(ImmutableArray<Argument> arguments, bool deprecated) =>
        arguments.Where(argument => deprecated || argument.DeprecationReason is null).ToArray();

    private static OutputField Of<T>(string name, IType type, Func<T, FieldValue> read) => Field(name, type, context => read(context.Parent<T>()));

    private OutputField Filtered<T>(string name, IType type, Func<T, bool, object?> read)
    {
        var includeDeprecated = new Argument("includeDeprecated", NonNull(_boolean), new BooleanValueNode(false));
        return new OutputField(name, type, [includeDeprecated])
        {
            PureResolver = context => FieldValue.From(read(context.Parent<T>(), context.ArgumentValue(0) is true)),
        };
    }

    private static OutputField Field(string name, IType type, PureFieldDelegate resolver) => new(name, type, []) { PureResolver = resolver };

    private static NonNullType NonNull(IType type) => new(type);

    private static NonNullType ListOf(NamedType item) => new NonNullType(new ListType(new NonNullType(item)));

    private static EnumType EnumOf<T>(string name, string description) where T : struct, Enum
    {
        var type = new EnumType(name) { Description = description };
        type.Complete([.. Enum.GetValues<T>().Select(value => new EnumValue(Building.NamingConventions.EnumValue(value.ToString()), value))]);
        return type;
    }
}
