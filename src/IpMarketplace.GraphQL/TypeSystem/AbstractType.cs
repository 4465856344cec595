using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>Tells the name of the object type a resolver's value is of; null when it cannot.</summary>
public delegate string? TypeResolver(object value);

/// <summary>An interface or union: an object of it is of one of the possible types (spec 6.4.3, Resolving Abstract Types).</summary>
public abstract class AbstractType(string name) : CompositeType(name)
{
    private readonly ConcurrentDictionary<Type, ObjectType?> _byClrType = new();
    private ImmutableArray<ObjectType> _possibleTypes = [];
    private FrozenSet<ObjectType> _possible = FrozenSet<ObjectType>.Empty;

    /// <inheritdoc/>
    public override ImmutableArray<ObjectType> PossibleTypes => _possibleTypes;

    /// <summary>Tells types by value, where CLR types do not; null where they do.</summary>
    internal TypeResolver? TypeResolver { get; set; }

    /// <summary>Whether objects of the type are among those this type stands for.</summary>
    public bool IsPossible(ObjectType type) => _possible.Contains(type);

    /// <summary>Tells the object type of a resolver's value.</summary>
    /// <param name="value">The value; not null.</param>
    /// <param name="type">One of <see cref="PossibleTypes"/>.</param>
    /// <param name="problem">Why there is none.</param>
    public bool TryResolveType(object value, [NotNullWhen(true)] out ObjectType? type, [NotNullWhen(false)] out string? problem)
    {
        if (TypeResolver is { } resolver)
        {
            var typeName = resolver(value);
            type = _possibleTypes.FirstOrDefault(possible => possible.Name == typeName);
            problem = type is not null ? null
                : typeName is null ? $"The type of an object for {Name} could not be told."
                : $"{typeName} is not one of the types {Name} stands for.";
        }
        else
        {
            type = _byClrType.GetOrAdd(value.GetType(), static (clrType, self) => self.Closest(clrType), this);
            problem = type is not null ? null : $"The C# type {value.GetType().Name} is of none of the types {Name} stands for: {string.Join(", ", _possibleTypes)}.";
        }
        return type is not null;
    }

    internal void SetPossibleTypes(ImmutableArray<ObjectType> types) => (_possibleTypes, _possible) = (types, types.ToFrozenSet());

    private ObjectType? Closest(Type clrType)
    {
        for (var candidate = clrType; candidate is not null; candidate = candidate.BaseType)
        {
            if (_possibleTypes.FirstOrDefault(type => type.ClrType == candidate) is { } found)
            {
                return found;
            }
        }
        return _possibleTypes.FirstOrDefault(type => type.ClrType?.IsAssignableFrom(clrType) == true);
    }
}

/// <summary>An interface type (spec 3.7).</summary>
public sealed class InterfaceType(string name) : AbstractType(name)
{
    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Interface;
}

/// <summary>A union (spec 3.8).</summary>
public sealed class UnionType(string name) : AbstractType(name)
{
    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Union;

    /// <summary>The members in the order of the definition, as they were declared; in a valid schema the same as <see cref="CompositeType.PossibleTypes"/>.</summary>
    internal ImmutableArray<NamedType> DeclaredMembers { get; private set; } = [];

    internal void Complete(ImmutableArray<NamedType> members)
    {
        DeclaredMembers = members;
        SetPossibleTypes([.. members.OfType<ObjectType>()]);
    }
}
