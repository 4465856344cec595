using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.TypeSystem.Sdl;

/// <summary>Builds a schema of its text in the type system definition language (spec 3.1) and of delegates that resolve its fields.</summary>
public sealed class SchemaBuilder
{
    private readonly SdlBindings _bindings = new();
    private readonly string _sdl;

    private SchemaBuilder(string sdl) => _sdl = sdl;

    /// <summary>Begins with the text of the schema; extensions in it are merged.</summary>
    public static SchemaBuilder FromSdl(string sdl) => new(sdl);

    /// <summary>Resolves a field without waiting.</summary>
    public SchemaBuilder AddResolver(string type, string field, PureFieldDelegate resolver) => Bind(type, field, target => target.PureResolver = resolver);

    /// <summary>Resolves a field.</summary>
    public SchemaBuilder AddResolver(string type, string field, FieldResolverDelegate resolver) => Bind(type, field, target => target.Resolver = resolver);

    /// <summary>Opens the source stream of a subscription field.</summary>
    public SchemaBuilder AddSubscriber(string type, string field, SubscribeResolverDelegate subscriber) => Bind(type, field, target => target.Subscriber = subscriber);

    /// <summary>Resolves every field that has no resolver of its own; without it, such a field answers the parent dictionary's member of its name.</summary>
    public SchemaBuilder UseDefaultResolver(Func<OutputField, FieldResolverDelegate> make)
    {
        _bindings.DefaultResolver = make;
        return this;
    }

    /// <summary>Tells the object type of values of an interface or union; without it, their member <c>__typename</c> does.</summary>
    public SchemaBuilder AddTypeResolver(string type, TypeResolver resolver)
    {
        _bindings.AddTypeResolver(type, resolver);
        return this;
    }

    /// <summary>Gives a scalar of the text its coercion; without it, plain values go in and out unchanged.</summary>
    public SchemaBuilder AddScalar(ScalarType scalar)
    {
        _bindings.Scalars[scalar.Name] = scalar;
        return this;
    }

    /// <summary>Gives an enum value what resolvers know it as; without it, they know its name.</summary>
    public SchemaBuilder AddEnumValue(string type, string value, object runtimeValue)
    {
        _bindings.AddEnumValue(type, value, runtimeValue);
        return this;
    }

    /// <summary>The schema.</summary>
    /// <exception cref="SchemaException">The text is no valid schema, or a resolver is for a field it does not have.</exception>
    public Schema Build()
    {
        var problems = new List<SchemaProblem>();
        var document = new SchemaDocument(Parse(), problems);
        ThrowIfAny(problems);
        var types = new SdlTypeFactory(document, _bindings, problems);
        ThrowIfAny(problems);
        var schema = new Schema(new SchemaParts(types.RootTypes, types.Types, types.Directives, document.SchemaDefinition?.Description?.Value)
        {
            AppliedDirectives = [.. document.SchemaDirectives],
        });
        problems.AddRange(SchemaValidator.Validate(schema));
        new AppliedDirectiveRules(schema, problems).Check(document);
        problems.AddRange(_bindings.Unbound(schema).Select(field => new SchemaProblem($"There is a resolver for {field}, but no such field.")));
        ThrowIfAny(problems);
        return schema;
    }

    private DocumentNode Parse()
    {
        try
        {
            return Utf8GraphQLParser.Parse(_sdl, ParserOptions.Trusted);
        }
        catch (SyntaxException syntax)
        {
            throw new SchemaException([new SchemaProblem(syntax.Message, syntax.Location)]);
        }
    }

    private SchemaBuilder Bind(string type, string field, Action<OutputField> bind)
    {
        _bindings.AddResolver(type, field, bind);
        return this;
    }

    private static void ThrowIfAny(List<SchemaProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new SchemaException(problems);
        }
    }
}
