using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>A type that is selected upon: object, interface or union (spec 5.5.1.3).</summary>
public abstract class CompositeType(string name) : NamedType(name)
{
    private FrozenDictionary<string, OutputField> _byName = FrozenDictionary<string, OutputField>.Empty;

    /// <summary>The fields in the order of the definition; none for a union. <c>__typename</c> is not among them.</summary>
    public ImmutableArray<OutputField> Fields { get; private set; } = [];

    /// <summary>Finds a field by its name.</summary>
    public bool TryGetField(string fieldName, [NotNullWhen(true)] out OutputField? field) => _byName.TryGetValue(fieldName, out field);

    /// <summary>The object types whose objects the type stands for: for an object type, itself.</summary>
    public abstract ImmutableArray<ObjectType> PossibleTypes { get; }

    /// <summary>The interfaces the type implements, those of its interfaces included (spec 3.6: they are all named); none for a union.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; private set; } = [];

    /// <summary>Whether the type names the interface.</summary>
    public bool Implements(InterfaceType type) => Interfaces.Contains(type);

    internal void Complete(ImmutableArray<InterfaceType> interfaces, ImmutableArray<OutputField> fields)
    {
        Interfaces = interfaces;
        Fields = fields;
        _byName = fields.DistinctBy(field => field.Name).ToFrozenDictionary(field => field.Name);
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].Attach(this, i);
        }
    }
}

/// <summary>An object type (spec 3.6).</summary>
public sealed class ObjectType : CompositeType
{
    /// <summary>A type without fields yet.</summary>
    internal ObjectType(string name) : base(name) => PossibleTypes = [this];

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Object;

    /// <inheritdoc/>
    public override ImmutableArray<ObjectType> PossibleTypes { get; }

    /// <summary>What a caller must fulfil for any field of the type; each field repeats it among its own.</summary>
    public ImmutableArray<AuthorizationRequirement> Authorization { get; internal set; } = [];
}
