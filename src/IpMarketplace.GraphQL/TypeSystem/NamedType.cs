using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>A type with a name of its own (spec 3.4). One instance a schema: compared by reference.</summary>
public abstract class NamedType(string name) : IType
{
    /// <summary>The name, unique in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>What the type is, as Markdown; null for nothing said.</summary>
    public string? Description { get; internal set; }

    /// <inheritdoc/>
    public abstract TypeKind Kind { get; }

    /// <summary>The place of the type in <see cref="Schema.Types"/>: dense, from 0, for tables indexed by type.</summary>
    public int Id { get; internal set; } = -1;

    /// <summary>The directives applied to the definition, without those that have a member of their own here (deprecated, specifiedBy, oneOf).</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal set; } = [];

    /// <summary>The CLR type the type was inferred from; null for schemas from text.</summary>
    public Type? ClrType { get; internal set; }

    /// <summary>Whether every schema has the type: introspection types and the scalars they use.</summary>
    internal bool IsBuiltIn { get; set; }

    /// <summary>Where the type was declared, for messages: the C# type, or nothing for schemas from text.</summary>
    internal string? Origin => ClrType?.FullName;

    NamedType IType.NamedType => this;

    IType IType.Nullable => this;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
