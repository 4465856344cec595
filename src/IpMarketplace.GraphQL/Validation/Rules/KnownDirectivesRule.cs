using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>
/// 5.7.1 and 5.7.2: for every directive in a document, that directive must be defined, and be used in a location that the server has declared
/// support for.
/// </summary>
public sealed class KnownDirectivesRule(ValidationContext context)
    : ValidationRule(context), IEnter<IHasDirectives>
{
    /// <inheritdoc />
    protected override string Section => "sec-Directives-Are-Defined";

    /// <inheritdoc />
    public void Enter(IHasDirectives node)
    {
        foreach (var applied in node.Directives)
        {
            if (!Context.Schema.TryGetDirective(applied.Name, out var directive))
                Report($"Unknown directive \"@{applied.Name}\".", applied);
            else if (LocationOf(node) is { } location && !directive.Locations.Contains(location))
                Report($"Directive \"@{applied.Name}\" may not be used on {NameOf(location)}.", applied);
        }
    }

    /// <summary>The location, of those that executable documents have.</summary>
    private static DirectiveLocation? LocationOf(IHasDirectives node) => node switch
    {
        OperationDefinitionNode { Operation: OperationType.Query } => DirectiveLocation.Query,
        OperationDefinitionNode { Operation: OperationType.Mutation } => DirectiveLocation.Mutation,
        OperationDefinitionNode => DirectiveLocation.Subscription,
        VariableDefinitionNode => DirectiveLocation.VariableDefinition,
        FragmentDefinitionNode => DirectiveLocation.FragmentDefinition,
        FieldNode => DirectiveLocation.Field,
        FragmentSpreadNode => DirectiveLocation.FragmentSpread,
        InlineFragmentNode => DirectiveLocation.InlineFragment,
        _ => null,
    };

    private static string NameOf(DirectiveLocation location) => location switch
    {
        DirectiveLocation.VariableDefinition => "VARIABLE_DEFINITION",
        DirectiveLocation.FragmentDefinition => "FRAGMENT_DEFINITION",
        DirectiveLocation.FragmentSpread => "FRAGMENT_SPREAD",
        DirectiveLocation.InlineFragment => "INLINE_FRAGMENT",
        _ => location.ToString().ToUpperInvariant(),
    };
}
