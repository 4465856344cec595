using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Validation;

/// <summary>
/// Holds documents against a schema (5 Validation). Limits come first and alone: a document within them cannot lead the rules, or the execution,
/// into recursion without end. Then all rules share one walk.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="options">The settings; null for <see cref="ValidationOptions.Default"/>.</param>
/// <param name="additionalRules">Rules of the server's own, held beside those of the specification.</param>
public sealed class DocumentValidator(Schema schema, ValidationOptions? options = null, IEnumerable<RuleFactory>? additionalRules = null)
{
    private readonly ValidationOptions _options = options ?? ValidationOptions.Default;
    private readonly RuleFactory[] _rules = [.. SpecifiedRules.All, context => new IntrospectionRule(context), context => new SlicingArgumentsRule(context), .. additionalRules ?? []];

    /// <summary>The errors of a document, at most <see cref="ValidationOptions.MaxErrors"/>; none when it is valid.</summary>
    public IReadOnlyList<IError> Validate(DocumentNode document)
    {
        var context = new ValidationContext(schema, document, _options);
        foreach (var limit in DocumentLimit.All)
        {
            limit(context).Check();
            if (context.Errors.Count > 0) return context.Errors;
        }

        new DocumentWalker(context, [.. _rules.Select(create => create(context))]).Walk();
        return context.Errors;
    }
}
