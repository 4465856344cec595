using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>A requirement of a field that the operation asks for.</summary>
/// <param name="Requirement">What the caller must fulfil.</param>
/// <param name="Node">The field in the document.</param>
/// <param name="Path">Its response names from the root, without list indexes.</param>
/// <param name="Conditions">The conditions under which the field is asked for at all.</param>
internal sealed record AuthorizationCheck(AuthorizationRequirement Requirement, FieldNode Node, Path Path, ConditionSet Conditions);

/// <summary>
/// Finds what a caller must fulfil to run an operation, before any resolver runs. A field selected on an interface needs what the field of
/// any possible type needs. The walk meets every condition of the operation.
/// </summary>
internal sealed class AuthorizationCollector
{
    private readonly Operation _operation;
    private readonly ImmutableArray<AuthorizationCheck>.Builder _checks = ImmutableArray.CreateBuilder<AuthorizationCheck>();
    private readonly Dictionary<string, List<ConditionSet>> _visited = [];

    private AuthorizationCollector(Operation operation) => _operation = operation;

    public static ImmutableArray<AuthorizationCheck> Collect(Operation operation)
    {
        var collector = new AuthorizationCollector(operation);
        collector.Walk(operation.Definition.SelectionSet, operation.RootType, Path.Root, ConditionSet.Empty);
        return collector._checks.ToImmutable();
    }

    private void Walk(SelectionSetNode set, CompositeType parent, Path path, ConditionSet around)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in set.Selections)
        {
            if (!_operation.Conditions.TryAdd(selection.Directives, around, out var conditions))
            {
                continue;
            }
            switch (selection)
            {
                case FieldNode field: WalkField(field, parent, path.Append(field.ResponseName), conditions); break;
                case InlineFragmentNode inline: Walk(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? parent, path, conditions); break;
                case FragmentSpreadNode spread when IsNews(spread.Name, conditions):
                    var fragment = _operation.Fragments[spread.Name];
                    Walk(fragment.SelectionSet, TypeOf(fragment.TypeCondition) ?? parent, path, conditions);
                    break;
            }
        }
    }

    private void WalkField(FieldNode node, CompositeType parent, Path path, ConditionSet conditions)
    {
        if (!_operation.Schema.TryGetField(parent, node.Name, out var field))
        {
            return;
        }
        var fields = parent is AbstractType
            ? parent.PossibleTypes.Select(type => type.TryGetField(node.Name, out var own) ? own : field).Prepend(field)
            : [field];
        foreach (var requirement in fields.Where(candidate => !candidate.AllowsAnonymous).SelectMany(candidate => candidate.Authorization).Distinct())
        {
            _checks.Add(new AuthorizationCheck(requirement, node, path, conditions));
        }
        if (node.SelectionSet is { } below && field.Type.NamedType is CompositeType type)
        {
            Walk(below, type, path, conditions);
        }
    }

    private CompositeType? TypeOf(NamedTypeNode? condition) => condition is null ? null : _operation.Schema.GetType(condition) as CompositeType;

    private bool IsNews(string fragment, ConditionSet conditions)
    {
        if (!_visited.TryGetValue(fragment, out var visits))
        {
            _visited.Add(fragment, visits = []);
        }
        if (visits.Exists(earlier => conditions.Contains(earlier)))
        {
            return false;
        }
        visits.Add(conditions);
        return true;
    }
}
