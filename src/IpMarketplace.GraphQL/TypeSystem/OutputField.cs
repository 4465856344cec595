using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>How a field gets its value.</summary>
public enum FieldKind
{
    /// <summary>By a delegate that neither waits nor has effects: <see cref="OutputField.PureResolver"/>.</summary>
    Pure,

    /// <summary>By a delegate that may wait: <see cref="OutputField.Resolver"/>.</summary>
    Async,
}

/// <summary>A field of an object or interface type (spec 3.6), with what resolves it.</summary>
public sealed class OutputField(string name, IType type, ImmutableArray<Argument> arguments)
{
    private readonly FrozenDictionary<string, Argument> _byName = Number(arguments).DistinctBy(argument => argument.Name).ToFrozenDictionary(argument => argument.Name);

    /// <summary>The name, unique in its type.</summary>
    public string Name { get; } = name;

    /// <summary>The type of its values.</summary>
    public IType Type { get; } = type;

    /// <summary>The arguments in the order of the definition.</summary>
    public ImmutableArray<Argument> Arguments { get; } = arguments;

    /// <summary>The type the field belongs to.</summary>
    public CompositeType DeclaringType { get; private set; } = null!;

    /// <summary>The place of the field in its type: dense, from 0; -1 for <c>__typename</c>, <c>__schema</c>, <c>__type</c>.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>What the field is, as Markdown; null for nothing said.</summary>
    public string? Description { get; internal set; }

    /// <summary>Why it should no longer be used; null when it may.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>The directives applied to the definition, without <c>@deprecated</c>.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal set; } = [];

    /// <summary>How the field gets its value.</summary>
    public FieldKind Kind => PureResolver is null ? FieldKind.Async : FieldKind.Pure;

    /// <summary>Resolves the field without waiting; null when it may wait.</summary>
    public PureFieldDelegate? PureResolver { get; internal set; }

    /// <summary>Resolves the field, waiting if need be, its middleware included; null when it never waits.</summary>
    public FieldResolverDelegate? Resolver { get; internal set; }

    /// <summary>Opens the source stream of a field of the subscription root type; null for every other field.</summary>
    public SubscribeResolverDelegate? Subscriber { get; internal set; }

    /// <summary>What a caller must fulfil, checked before anything of the operation runs: the field's own and its type's requirements.</summary>
    public ImmutableArray<AuthorizationRequirement> Authorization { get; internal set; } = [];

    /// <summary>Whether the field says that it is for everybody.</summary>
    public bool AllowsAnonymous { get; internal set; }

    /// <summary>The declared weight of resolving the field once; null when none is.</summary>
    public double? Cost { get; internal set; }

    /// <summary>How many items the field is taken to return; null when nothing is declared.</summary>
    public ListSize? ListSize { get; internal set; }

    /// <summary>The C# method or property behind the field; null for schemas from text and fields of the engine.</summary>
    public MemberInfo? Member { get; internal init; }

    /// <summary>The C# methods that the resolver may call: of <c>node</c> and <c>nodes</c> every node resolver, of another field its own method.</summary>
    internal ImmutableArray<MethodInfo> Methods
    {
        get => field.IsDefault ? Member is MethodInfo method ? [method] : [] : field;
        init;
    }

    /// <summary>Finds an argument by its name.</summary>
    public bool TryGetArgument(string argumentName, [NotNullWhen(true)] out Argument? argument) => _byName.TryGetValue(argumentName, out argument);

    /// <inheritdoc/>
    public override string ToString() => $"{DeclaringType?.Name}.{Name}";

    internal void Attach(CompositeType declaringType, int index) => (DeclaringType, Index) = (declaringType, index);

    private static ImmutableArray<Argument> Number(ImmutableArray<Argument> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i].Index = i;
        }
        return arguments;
    }
}

/// <summary>The expected size of a list field, for estimating cost.</summary>
/// <param name="AssumedSize">The number of items when no argument says it; null when not given.</param>
/// <param name="SlicingArguments">The arguments that bound the number.</param>
/// <param name="SizedFields">The fields of the result that hold the items; empty when the field itself is the list.</param>
/// <param name="RequireOneSlicingArgument">Whether exactly one slicing argument must be given.</param>
/// <param name="SlicingArgumentDefaultValue">The number of items when no slicing argument is given; null for the assumed size.</param>
public sealed record ListSize(
    int? AssumedSize,
    ImmutableArray<string> SlicingArguments,
    ImmutableArray<string> SizedFields,
    bool RequireOneSlicingArgument,
    int? SlicingArgumentDefaultValue = null);

/// <summary>What a caller must fulfil. With neither policy nor roles: be signed in.</summary>
/// <param name="Policy">The policy, by its name; null for none.</param>
/// <param name="Roles">The roles of which one is needed; empty for any.</param>
public sealed record AuthorizationRequirement(string? Policy, ImmutableArray<string> Roles)
{
    /// <summary>Equal when policy and roles are.</summary>
    public bool Equals(AuthorizationRequirement? other) => other is not null && Policy == other.Policy && Roles.SequenceEqual(other.Roles);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Policy, Roles.Length);
}
