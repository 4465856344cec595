using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.5.1.4: defined fragments must be used within a document.</summary>
public sealed class NoUnusedFragmentsRule(ValidationContext context)
    : ValidationRule(context), ILeave<DocumentNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Fragments-Must-Be-Used";

    /// <inheritdoc />
    public void Leave(DocumentNode node)
    {
        foreach (var operation in Context.Operations) Context.ReachableFrom(operation);
        foreach (var fragment in Context.Fragments)
        {
            if (!Context.UsagesOf(Context.Fragment(fragment.Name)!).IsReached) Report($"Fragment \"{fragment.Name}\" is never used.", fragment);
        }
    }
}
