using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>The definition of a directive (spec 3.13).</summary>
public sealed class DirectiveType(string name, ImmutableArray<DirectiveLocation> locations, ImmutableArray<Argument> arguments, bool isRepeatable = false)
{
    private readonly FrozenDictionary<string, Argument> _byName = arguments.DistinctBy(argument => argument.Name).ToFrozenDictionary(argument => argument.Name);

    /// <summary>The name, without the at sign.</summary>
    public string Name { get; } = name;

    /// <summary>What it does, as Markdown; null for nothing said.</summary>
    public string? Description { get; internal init; }

    /// <summary>Where it may stand.</summary>
    public ImmutableArray<DirectiveLocation> Locations { get; } = locations;

    /// <summary>The arguments in the order of the definition.</summary>
    public ImmutableArray<Argument> Arguments { get; } = arguments;

    /// <summary>Whether it may stand more than once in a place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Finds an argument by its name.</summary>
    public bool TryGetArgument(string argumentName, [NotNullWhen(true)] out Argument? argument) => _byName.TryGetValue(argumentName, out argument);

    /// <inheritdoc/>
    public override string ToString() => $"@{Name}";
}

/// <summary>Where a directive may stand (spec 3.13, <c>__DirectiveLocation</c>).</summary>
public enum DirectiveLocation
{
    /// <summary>On a query.</summary>
    Query,

    /// <summary>On a mutation.</summary>
    Mutation,

    /// <summary>On a subscription.</summary>
    Subscription,

    /// <summary>On a field that is selected.</summary>
    Field,

    /// <summary>On a fragment.</summary>
    FragmentDefinition,

    /// <summary>On the spread of a named fragment.</summary>
    FragmentSpread,

    /// <summary>On an inline fragment.</summary>
    InlineFragment,

    /// <summary>On the definition of a variable.</summary>
    VariableDefinition,

    /// <summary>On the schema.</summary>
    Schema,

    /// <summary>On a scalar type.</summary>
    Scalar,

    /// <summary>On an object type.</summary>
    Object,

    /// <summary>On a field of an object or interface type.</summary>
    FieldDefinition,

    /// <summary>On an argument of a field or of a directive.</summary>
    ArgumentDefinition,

    /// <summary>On an interface type.</summary>
    Interface,

    /// <summary>On a union.</summary>
    Union,

    /// <summary>On an enum type.</summary>
    Enum,

    /// <summary>On a value of an enum type.</summary>
    EnumValue,

    /// <summary>On an input object type.</summary>
    InputObject,

    /// <summary>On a field of an input object type.</summary>
    InputFieldDefinition,
}
