using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>
/// Bounds how many selections of some kind an operation has, every fragment put in each place where it is spread. Runs after
/// <see cref="SelectionDepthLimit"/>, which bounds its recursion.
/// </summary>
public abstract class SelectionCountLimit(ValidationContext context) : DocumentLimit(context)
{
    /// <inheritdoc />
    public sealed override void Check()
    {
        var counter = new SelectionCounter(Context.Fragment, Counts, LooksBelowFields);
        foreach (var operation in Context.Operations)
        {
            if (counter.Count(operation.SelectionSet) > Limit) ReportExcess(ExcessCode, Limit, ExcessMessage, operation);
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
}
