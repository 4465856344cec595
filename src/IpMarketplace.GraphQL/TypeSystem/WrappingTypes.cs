namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>A list (spec 3.11).</summary>
public sealed class ListType(IType item) : IType, IEquatable<ListType>
{
    /// <summary>The type of the items.</summary>
    public IType Item { get; } = item;

    /// <inheritdoc/>
    public TypeKind Kind => TypeKind.List;

    /// <inheritdoc/>
    public NamedType NamedType { get; } = item.NamedType;

    /// <inheritdoc/>
    public IType Nullable => this;

    /// <inheritdoc/>
    public bool Equals(ListType? other) => other is not null && Item.Equals(other.Item);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ListType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TypeKind.List, Item);

    /// <inheritdoc/>
    public override string ToString() => $"[{Item}]";
}

/// <summary>A type without null (spec 3.12).</summary>
public sealed class NonNullType : IType, IEquatable<NonNullType>
{
    /// <summary>Excludes null from a type that allows it.</summary>
    public NonNullType(IType nullable)
    {
        Nullable = nullable is NonNullType ? throw new ArgumentException($"{nullable} excludes null already.", nameof(nullable)) : nullable;
        NamedType = nullable.NamedType;
    }

    /// <inheritdoc/>
    public IType Nullable { get; }

    /// <inheritdoc/>
    public TypeKind Kind => TypeKind.NonNull;

    /// <inheritdoc/>
    public NamedType NamedType { get; }

    /// <inheritdoc/>
    public bool Equals(NonNullType? other) => other is not null && Nullable.Equals(other.Nullable);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NonNullType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TypeKind.NonNull, Nullable);

    /// <inheritdoc/>
    public override string ToString() => $"{Nullable}!";
}
