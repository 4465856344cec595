using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.2.3.1: an anonymous operation is allowed only when it is the only operation in the document.</summary>
public sealed class LoneAnonymousOperationRule(ValidationContext context)
    : ValidationRule(context), IEnter<DocumentNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Lone-Anonymous-Operation";

    /// <inheritdoc />
    public void Enter(DocumentNode node)
    {
        var operations = Context.Operations.ToList();
        if (operations.Count < 2) return;
        foreach (var operation in operations.Where(operation => operation.Name is null))
            Report("This anonymous operation must be the only defined operation.", operation);
    }
}
