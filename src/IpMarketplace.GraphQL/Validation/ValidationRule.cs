using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation;

/// <summary>Makes a rule for one validation of one document.</summary>
public delegate ValidationRule RuleFactory(ValidationContext context);

/// <summary>
/// A rule a document is held against. It says by <see cref="IEnter{TNode}"/> and <see cref="ILeave{TNode}"/> which nodes it looks at; all rules
/// share one walk over the document. An instance serves one validation and may keep state.
/// </summary>
public abstract class ValidationRule(ValidationContext context)
{
    // A message may quote the document; a hundred of them must not make a response far larger than the request.
    private const int LongestMessage = 1_000;

    /// <summary>What is validated, and where the walk stands.</summary>
    protected ValidationContext Context { get; } = context;

    /// <summary>The section of the specification, as in <c>sec-Field-Selections</c>; null for rules of the server's own.</summary>
    protected virtual string? Section => null;

    /// <summary>The code of the rule's errors.</summary>
    protected virtual string Code => ErrorCode.ValidationFailed;

    /// <summary>Reports that the document breaks the rule at the given nodes.</summary>
    protected void Report(string message, params ReadOnlySpan<ISyntaxNode> nodes)
    {
        if (!Context.IsFull) Context.Add(Fault(message), nodes);
    }

    /// <summary>Reports that the document exceeds a limit at the given nodes.</summary>
    private protected void ReportExcess(string code, int limit, string message, params ReadOnlySpan<ISyntaxNode> nodes)
    {
        if (!Context.IsFull) Context.Add(Fault(message).SetCode(code).SetExtension("limit", limit), nodes);
    }

    private ErrorBuilder Fault(string message)
    {
        var error = ErrorBuilder.New().SetMessage(Excerpt.Of(message, LongestMessage)).SetCode(Code).SetExtension("rule", GetType().Name);
        return Section is null ? error : error.SetExtension("specifiedBy", $"https://spec.graphql.org/September2025/#{Section}");
    }
}

/// <summary>Looks at nodes when the walk comes to them, before what is below.</summary>
public interface IEnter<TNode> where TNode : ISyntaxNode
{
    /// <summary>Checks the node.</summary>
    void Enter(TNode node);
}

/// <summary>Looks at nodes when the walk leaves them, after what is below.</summary>
public interface ILeave<TNode> where TNode : ISyntaxNode
{
    /// <summary>Checks the node.</summary>
    void Leave(TNode node);
}
