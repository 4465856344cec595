using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.7.3: for every location, a directive that is not repeatable must be used at most once.</summary>
public sealed class UniqueDirectivesPerLocationRule(ValidationContext context)
    : ValidationRule(context), IEnter<IHasDirectives>
{
    /// <inheritdoc />
    protected override string Section => "sec-Directives-Are-Unique-per-Location";

    /// <inheritdoc />
    public void Enter(IHasDirectives node)
    {
        if (node.Directives.Length < 2) return;
        var names = new HashSet<string>(node.Directives.Length);
        foreach (var applied in node.Directives)
        {
            var isRepeatable = !Context.Schema.TryGetDirective(applied.Name, out var directive) || directive.IsRepeatable;
            if (!isRepeatable && !names.Add(applied.Name)) Report($"The directive \"@{applied.Name}\" can only be used once at this location.", applied);
        }
    }
}
