using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>
/// Bounds how deep fields are nested, with fragments in the places where they are spread, and how deep selection sets are nested in all. Whatever
/// recurses through selections afterwards is safe from running out of stack.
/// </summary>
public sealed class SelectionDepthLimit(ValidationContext context) : DocumentLimit(context)
{
    /// <summary>Deepest nesting of selection sets, those of fragments included.</summary>
    internal const int MaxNesting = 200;

    private readonly Dictionary<string, Height> _fragments = [];
    private int _level;

    private readonly record struct Height(int Fields, int Nesting)
    {
        public bool IsTooNested => Nesting > MaxNesting;

        public Height Higher(Height other) => new(Math.Max(Fields, other.Fields), Math.Max(Nesting, other.Nesting));
    }

    /// <inheritdoc />
    public override void Check()
    {
        foreach (var definition in Context.Document.Definitions.OfType<IExecutableDefinitionNode>())
        {
            _level = 0;
            var height = Measure(definition.SelectionSet);
            if (height.IsTooNested)
                ReportExcess(ErrorCode.DepthLimitExceeded, MaxNesting, $"Selections are nested more than {MaxNesting} levels deep, fragments included.", definition);
            else if (height.Fields > Limits.MaxDepth)
                ReportExcess(ErrorCode.DepthLimitExceeded, Limits.MaxDepth, Excess(height.Fields), definition);
        }
    }

    private string Excess(int fields) => $"Fields are nested {fields} levels deep, fragments included; at most {Limits.MaxDepth} are allowed.";

    private Height Measure(SelectionSetNode selectionSet)
    {
        var height = default(Height);
        if (++_level > MaxNesting) return new Height(0, MaxNesting + 1);
        foreach (var selection in selectionSet.Selections)
        {
            height = height.Higher(selection switch
            {
                FieldNode field => MeasureField(field),
                InlineFragmentNode inline => Measure(inline.SelectionSet),
                FragmentSpreadNode spread => MeasureFragment(spread.Name),
                _ => default,
            });
            if (height.IsTooNested) break;
        }

        _level--;
        return height with { Nesting = height.Nesting + 1 };
    }

    private Height MeasureField(FieldNode field)
    {
        var below = field.SelectionSet is { } selectionSet ? Measure(selectionSet) : default;
        return below with { Fields = below.Fields + 1 };
    }

    private Height MeasureFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known)) return known;
        if (Context.Fragment(name) is not { } fragment) return default;
        _fragments[name] = default; // A cycle ends here; NoFragmentCyclesRule reports it.
        return _fragments[name] = Measure(fragment.SelectionSet);
    }
}
