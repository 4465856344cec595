using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Introspection;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>A schema (spec 3.3): what can be asked, and what answers it. Immutable once built; shared by all requests.</summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> _types;
    private readonly FrozenDictionary<string, DirectiveType> _directives;

    /// <summary>Puts completed types together; introspection, and the built-in scalars and directives not among them, are added.</summary>
    internal Schema(SchemaParts parts)
    {
        Description = parts.Description;
        AppliedDirectives = parts.AppliedDirectives;
        RootTypes = parts.RootTypes.ToFrozenDictionary();
        var introspection = new IntrospectionTypes(this, parts.Types.OfType<ScalarType>());
        Types = [.. parts.Types, .. introspection.Types.Where(type => parts.Types.All(own => own.Name != type.Name))];
        Directives = [.. parts.Directives, .. introspection.Directives.Where(directive => parts.Directives.All(own => own.Name != directive.Name))];
        _types = Types.DistinctBy(type => type.Name).ToFrozenDictionary(type => type.Name);
        _directives = Directives.DistinctBy(directive => directive.Name).ToFrozenDictionary(directive => directive.Name);
        (TypeNameField, SchemaField, TypeField) = (introspection.TypeNameField, introspection.SchemaField, introspection.TypeField);
        Number();
        FindPossibleTypes();
    }

    /// <summary>What the schema is, as Markdown; null for nothing said.</summary>
    public string? Description { get; }

    /// <summary>The query root type.</summary>
    public ObjectType QueryType => (ObjectType)RootTypes[OperationType.Query];

    /// <summary>The mutation root type; null where there is none.</summary>
    public ObjectType? MutationType => GetRootType(OperationType.Mutation);

    /// <summary>The subscription root type; null where there is none.</summary>
    public ObjectType? SubscriptionType => GetRootType(OperationType.Subscription);

    /// <summary>Every named type by <see cref="NamedType.Id"/>, built-in and introspection types last.</summary>
    public ImmutableArray<NamedType> Types { get; }

    /// <summary>Every directive, built-in ones last.</summary>
    public ImmutableArray<DirectiveType> Directives { get; }

    /// <summary>The directives applied to the schema definition.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary><c>__typename</c>, of every composite type (spec 4.1). Executors answer it from the object's type, not by its resolver.</summary>
    public OutputField TypeNameField { get; }

    /// <summary><c>__schema</c>, of the query root type (spec 4.2).</summary>
    public OutputField SchemaField { get; }

    /// <summary><c>__type</c>, of the query root type (spec 4.2).</summary>
    public OutputField TypeField { get; }

    /// <summary>The root types as declared: in a valid schema they are object types.</summary>
    internal FrozenDictionary<OperationType, NamedType> RootTypes { get; }

    /// <summary>The root type of a kind of operation; null where there is none.</summary>
    public ObjectType? GetRootType(OperationType operation) => RootTypes.GetValueOrDefault(operation) as ObjectType;

    /// <summary>Finds a type by its name.</summary>
    public bool TryGetType(string name, [NotNullWhen(true)] out NamedType? type) => _types.TryGetValue(name, out type);

    /// <summary>Finds a type of a given kind by its name.</summary>
    public bool TryGetType<T>(string name, [NotNullWhen(true)] out T? type) where T : NamedType
    {
        type = _types.GetValueOrDefault(name) as T;
        return type is not null;
    }

    /// <summary>The type a syntax tree refers to; null where the schema has no type of that name.</summary>
    public IType? GetType(ITypeNode node) => node switch
    {
        NamedTypeNode named => _types.GetValueOrDefault(named.Name),
        ListTypeNode list => GetType(list.Type) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => GetType(nonNull.Type) is { } nullable ? new NonNullType(nullable) : null,
        _ => null,
    };

    /// <summary>Finds a directive by its name.</summary>
    public bool TryGetDirective(string name, [NotNullWhen(true)] out DirectiveType? directive) => _directives.TryGetValue(name, out directive);

    /// <summary>Finds a field as a document may select it: <c>__typename</c> of every type, <c>__schema</c> and <c>__type</c> of the query root included.</summary>
    public bool TryGetField(CompositeType type, string name, [NotNullWhen(true)] out OutputField? field)
    {
        if (type.TryGetField(name, out field))
        {
            return true;
        }
        field = name switch
        {
            "__typename" => TypeNameField,
            "__schema" when ReferenceEquals(type, GetRootType(OperationType.Query)) => SchemaField,
            "__type" when ReferenceEquals(type, GetRootType(OperationType.Query)) => TypeField,
            _ => null,
        };
        return field is not null;
    }

    private void Number()
    {
        for (var i = 0; i < Types.Length; i++)
        {
            Types[i].Id = i;
        }
    }

    private void FindPossibleTypes()
    {
        foreach (var type in Types.OfType<InterfaceType>())
        {
            type.SetPossibleTypes([.. Types.OfType<ObjectType>().Where(candidate => candidate.Implements(type))]);
        }
    }
}

/// <summary>What a schema is put together from.</summary>
internal sealed record SchemaParts(
    IReadOnlyDictionary<OperationType, NamedType> RootTypes,
    IReadOnlyList<NamedType> Types,
    IReadOnlyList<DirectiveType> Directives,
    string? Description = null)
{
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; init; } = [];
}
