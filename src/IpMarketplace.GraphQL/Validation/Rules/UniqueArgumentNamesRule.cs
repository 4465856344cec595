using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.4.2: "each argument name must be unique" in a field or directive.</summary>
public sealed class UniqueArgumentNamesRule(ValidationContext context)
    : ValidationRule(context), IEnter<FieldNode>, IEnter<DirectiveNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Argument-Uniqueness";

    /// <inheritdoc />
    public void Enter(FieldNode node) => Check(node.Arguments);

    /// <inheritdoc />
    public void Enter(DirectiveNode node) => Check(node.Arguments);

    private void Check(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.Length < 2) return;
        var names = new HashSet<string>(arguments.Length);
        foreach (var argument in arguments)
        {
            if (!names.Add(argument.Name)) Report($"There can be only one argument named \"{argument.Name}\".", argument);
        }
    }
}
