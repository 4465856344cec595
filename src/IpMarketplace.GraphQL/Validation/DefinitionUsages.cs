using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation;

/// <summary>What one operation or fragment uses itself; gathered while the document is walked, complete when the walk leaves it.</summary>
public sealed class DefinitionUsages(IExecutableDefinitionNode definition)
{
    private readonly List<VariableUsage> _variables = [];
    private readonly List<FragmentSpreadNode> _spreads = [];
    private DefinitionUsages[]? _targets;

    /// <summary>The operation or fragment.</summary>
    public IExecutableDefinitionNode Definition { get; } = definition;

    /// <summary>The variables it uses, in source order.</summary>
    public IReadOnlyList<VariableUsage> Variables => _variables;

    /// <summary>The fragments it spreads, in source order.</summary>
    public IReadOnlyList<FragmentSpreadNode> Spreads => _spreads;

    /// <summary>Whether an operation reaches the definition, as far as <see cref="ValidationContext.ReachableFrom"/> was asked.</summary>
    public bool IsReached => ReachedBy is not null;

    /// <summary>The usages of the definition and of every fragment it reaches; kept once asked for.</summary>
    internal IReadOnlyList<DefinitionUsages>? Reachable { get; set; }

    /// <summary>The operation that reached the definition last.</summary>
    internal OperationDefinitionNode? ReachedBy { get; set; }

    /// <summary>The usages of the fragments it spreads; to be asked for when the definition has been walked.</summary>
    internal DefinitionUsages[] Targets(ValidationContext context) =>
        _targets ??= [.. _spreads.Select(spread => context.Fragment(spread.Name)).OfType<FragmentDefinitionNode>().Select(context.UsagesOf).Distinct()];

    internal void Add(in VariableUsage usage) => _variables.Add(usage);

    internal void Add(FragmentSpreadNode spread) => _spreads.Add(spread);
}

/// <summary>A use of a variable.</summary>
/// <param name="Variable">Where it is used.</param>
/// <param name="Type">The type its position expects; null where that is unknown.</param>
/// <param name="HasDefault">Whether the position, an argument or input field, has a default.</param>
/// <param name="OneOf">The OneOf input object whose field it gives, if any.</param>
public readonly record struct VariableUsage(VariableNode Variable, IType? Type, bool HasDefault, InputObjectType? OneOf);
