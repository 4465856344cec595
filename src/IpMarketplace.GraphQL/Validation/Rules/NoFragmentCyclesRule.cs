using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.5.2.2: the graph of fragment spreads must not form any cycles, including spreading itself.</summary>
public sealed class NoFragmentCyclesRule(ValidationContext context)
    : ValidationRule(context), ILeave<DocumentNode>
{
    private readonly HashSet<string> _visited = [];
    private readonly Dictionary<string, int> _onPath = [];
    private readonly List<FragmentSpreadNode> _path = [];

    /// <inheritdoc />
    protected override string Section => "sec-Fragment-Spreads-Must-Not-Form-Cycles";

    /// <inheritdoc />
    public void Leave(DocumentNode node)
    {
        foreach (var fragment in Context.Fragments) Follow(fragment);
    }

    /// <summary>Follows every spread once, so that each cycle is found and reported once.</summary>
    private void Follow(FragmentDefinitionNode fragment)
    {
        if (!_visited.Add(fragment.Name)) return;
        _onPath[fragment.Name] = _path.Count;
        foreach (var spread in Context.UsagesOf(fragment).Spreads)
        {
            _path.Add(spread);
            if (_onPath.TryGetValue(spread.Name, out var start)) ReportCycle(spread.Name, _path[start..]);
            else if (Context.Fragment(spread.Name) is { } target) Follow(target);
            _path.RemoveAt(_path.Count - 1);
        }

        _onPath.Remove(fragment.Name);
    }

    private void ReportCycle(string name, List<FragmentSpreadNode> cycle)
    {
        var via = cycle.Count == 1 ? "" : $" via {string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name}\""))}";
        Report($"Cannot spread fragment \"{name}\" within itself{via}.", [.. cycle]);
    }
}
