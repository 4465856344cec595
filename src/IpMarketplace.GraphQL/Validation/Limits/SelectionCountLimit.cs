using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>
/// Counts selections of an operation as if every fragment were put in each place where it is spread. Each fragment is looked at once, whatever
/// the count comes to. Runs after <see cref="SelectionDepthLimit"/>, which bounds its recursion.
/// </summary>
public abstract class SelectionCountLimit(ValidationContext context) : DocumentLimit(context)
{
    private readonly Dictionary<string, int> _fragments = [];

    /// <inheritdoc />
    public sealed override void Check()
    {
        foreach (var operation in Context.Operations)
        {
            if (Count(operation.SelectionSet) > Limit) ReportExcess(ExcessCode, Limit, ExcessMessage, operation);
        }
    }

    /// <summary>How many there may be.</summary>
    protected abstract int Limit { get; }

    /// <summary>The code of the error.</summary>
    protected abstract string ExcessCode { get; }

    /// <summary>What there is too much of, and how much there may be.</summary>
    protected abstract string ExcessMessage { get; }

    /// <summary>Whether the field itself counts.</summary>
    protected abstract bool Counts(FieldNode field);

    /// <summary>Whether what is selected below fields counts too.</summary>
    protected virtual bool LooksBelowFields => true;

    private int Count(SelectionSetNode selectionSet)
    {
        var count = 0L;
        foreach (var selection in selectionSet.Selections)
        {
            count += selection switch
            {
                FieldNode field => (Counts(field) ? 1L : 0L) + (LooksBelowFields && field.SelectionSet is { } below ? Count(below) : 0),
                InlineFragmentNode inline => Count(inline.SelectionSet),
                FragmentSpreadNode spread => CountFragment(spread.Name),
                _ => 0,
            };
        }

        return (int)Math.Min(count, int.MaxValue);
    }

    private int CountFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known)) return known;
        if (Context.Fragment(name) is not { } fragment) return 0;
        _fragments[name] = 0; // A cycle ends here; NoFragmentCyclesRule reports it.
        return _fragments[name] = Count(fragment.SelectionSet);
    }
}
