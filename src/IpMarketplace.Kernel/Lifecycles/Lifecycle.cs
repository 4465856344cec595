using System.Text;
using IpMarketplace.Kernel.Errors;

namespace IpMarketplace.Kernel.Lifecycles;

/// <summary>A step of a lifecycle: the action, where it starts, where it leads.</summary>
public readonly record struct Step<TState, TAction>(TState From, TAction Action, TState To);

/// <summary>
/// A state machine as data: one table per entity, read by its methods, by <c>allowedActions</c> in the schema, by the tests and
/// by the drawings. A pair that the table does not list is forbidden (domain.md 9).
/// </summary>
public sealed class Lifecycle<TState, TAction>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    private readonly Dictionary<(TState, TAction), TState> _steps = [];
    private readonly List<Step<TState, TAction>> _inOrder = [];
    private readonly HashSet<TState> _ends = [];
    private readonly string _kind;

    /// <summary>Begins a table.</summary>
    /// <param name="kind">What moves, as refusals name it: <c>Listing</c>.</param>
    /// <param name="start">The state in which it is created.</param>
    public Lifecycle(string kind, TState start)
    {
        _kind = kind;
        Start = start;
    }

    /// <summary>The state of a new entity.</summary>
    public TState Start { get; }

    /// <summary>Every step, in the order of the table.</summary>
    public IReadOnlyList<Step<TState, TAction>> Steps => _inOrder;

    /// <summary>Declares that an action leads from any of the given states to one state.</summary>
    public Lifecycle<TState, TAction> On(TAction action, TState[] from, TState to)
    {
        foreach (var state in from)
        {
            if (!_steps.TryAdd((state, action), to))
            {
                throw new InvalidOperationException($"{_kind}: {action} from {state} is declared twice.");
            }
            _inOrder.Add(new Step<TState, TAction>(state, action, to));
        }
        return this;
    }

    /// <summary>Declares that an action leads from one state to another.</summary>
    public Lifecycle<TState, TAction> On(TAction action, TState from, TState to) => On(action, [from], to);

    /// <summary>Names the states without an exit and checks the table: every state is reachable, only ends lack an exit.</summary>
    /// <exception cref="InvalidOperationException">A state cannot be reached, an end has an exit, or a state is a dead end unnamed.</exception>
    public Lifecycle<TState, TAction> EndsAt(params TState[] ends)
    {
        _ends.UnionWith(ends);
        var reached = new HashSet<TState> { Start };
        var open = new Queue<TState>(reached);
        while (open.TryDequeue(out var state))
        {
            foreach (var step in _inOrder.Where(step => step.From.Equals(state) && reached.Add(step.To)))
            {
                open.Enqueue(step.To);
            }
        }
        foreach (var state in Enum.GetValues<TState>())
        {
            var hasExit = _inOrder.Any(step => step.From.Equals(state));
            if (!reached.Contains(state))
            {
                throw new InvalidOperationException($"{_kind}: {state} cannot be reached from {Start}.");
            }
            if (hasExit == _ends.Contains(state))
            {
                throw new InvalidOperationException(hasExit ? $"{_kind}: {state} is an end but has an exit." : $"{_kind}: {state} has no exit but is no end.");
            }
        }
        return this;
    }

    /// <summary>Where the action leads, or the refusal that names the actions possible instead.</summary>
    public Refusal? Refuses(TState from, TAction action, out TState to) =>
        _steps.TryGetValue((from, action), out to)
            ? null
            : new NotAllowedInState(_kind, Spelling.Screaming(from), Spelling.Screaming(action), [.. AllowedActions(from).Select(Spelling.Screaming)]);

    /// <summary>The actions that the table lists from a state.</summary>
    public IEnumerable<TAction> AllowedActions(TState from) => _inOrder.Where(step => step.From.Equals(from)).Select(step => step.Action);

    /// <summary>The states without an exit.</summary>
    public bool IsEnd(TState state) => _ends.Contains(state);

    /// <summary>The table as a mermaid state diagram.</summary>
    public string ToMermaid()
    {
        var drawing = new StringBuilder("stateDiagram-v2\n").Append("    [*] --> ").Append(Spelling.Screaming(Start)).Append('\n');
        foreach (var (from, action, to) in _inOrder)
        {
            drawing.Append("    ").Append(Spelling.Screaming(from)).Append(" --> ").Append(Spelling.Screaming(to)).Append(": ").Append(action).Append('\n');
        }
        return drawing.ToString();
    }
}
