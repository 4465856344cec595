using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>A bound on the work a document may cause. Limits are checked before any rule; a document over one is not looked at further.</summary>
public abstract class DocumentLimit(ValidationContext context) : ValidationRule(context)
{
    /// <summary>Every limit, in the order in which they are checked: the first bounds the recursion of the others.</summary>
    public static ImmutableArray<Func<ValidationContext, DocumentLimit>> All { get; } =
    [
        context => new SelectionDepthLimit(context),
        context => new FragmentLimit(context),
        context => new IntrospectionLimit(context),
        context => new RootFieldLimit(context),
        context => new AliasLimit(context),
        context => new SelectionSizeLimit(context),
    ];

    /// <summary>The limits in force.</summary>
    protected RequestLimits Limits => Context.Options.Limits;

    /// <summary>Reports the document if it is over the limit.</summary>
    public abstract void Check();
}
