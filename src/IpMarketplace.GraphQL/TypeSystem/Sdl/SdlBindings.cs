using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Sdl;

/// <summary>What a schema from text is resolved by.</summary>
internal sealed class SdlBindings
{
    private readonly Dictionary<(string Type, string Field), Action<OutputField>> _resolvers = [];
    private readonly Dictionary<string, TypeResolver> _typeResolvers = [];
    private readonly Dictionary<(string Type, string Value), object> _enumValues = [];

    public Dictionary<string, ScalarType> Scalars { get; } = [];

    public Func<OutputField, FieldResolverDelegate>? DefaultResolver { get; set; }

    public void AddResolver(string type, string field, Action<OutputField> bind)
    {
        var key = (type, field);
        _resolvers[key] = _resolvers.TryGetValue(key, out var before) ? before + bind : bind;
    }

    public void AddTypeResolver(string type, TypeResolver resolver) => _typeResolvers[type] = resolver;

    public void AddEnumValue(string type, string value, object runtimeValue) => _enumValues[(type, value)] = runtimeValue;

    /// <summary>What was given for the type; else the value's member <c>__typename</c>.</summary>
    public TypeResolver TypeResolverOf(string type) => _typeResolvers.GetValueOrDefault(type)
        ?? (value => (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("__typename") as string);

    /// <summary>What was given for the value; else its name.</summary>
    public object EnumValueOf(string type, string value) => _enumValues.GetValueOrDefault((type, value), value);

    public void Bind(string type, OutputField field)
    {
        _resolvers.GetValueOrDefault((type, field.Name))?.Invoke(field);
        if (field.Resolver is not null || field.PureResolver is not null)
        {
            return;
        }
        if (DefaultResolver is { } make)
        {
            field.Resolver = make(field);
        }
        else
        {
            var name = field.Name;
            field.PureResolver = context => FieldValue.From(context.Parent<object?>() is IReadOnlyDictionary<string, object?> members ? members.GetValueOrDefault(name) : null);
        }
    }

    /// <summary>The fields something was bound to that the schema does not have.</summary>
    public IEnumerable<string> Unbound(Schema schema) => _resolvers.Keys
        .Where(key => !(schema.TryGetType<CompositeType>(key.Type, out var type) && type.TryGetField(key.Field, out _)))
        .Select(key => $"{key.Type}.{key.Field}");
}
