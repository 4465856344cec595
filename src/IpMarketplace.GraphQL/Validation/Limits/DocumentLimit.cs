using System.Collections.Immutable;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>A bound on the work a document may cause. Limits are checked before any rule; a document over one is not looked at further.</summary>
public abstract class DocumentLimit(ValidationContext context) : ValidationRule(context)
{
    /// <summary>Every limit, in the order in which they are checked.</summary>
    public static ImmutableArray<Func<ValidationContext, DocumentLimit>> All { get; } =
    [
        context => new SelectionDepthLimit(context),
        context => new SelectionSizeLimit(context),
    ];

    /// <inheritdoc />
    protected override string Code => ErrorCode.LimitExceeded;

    /// <summary>Reports the document if it is over the limit.</summary>
    public abstract void Check();
}
