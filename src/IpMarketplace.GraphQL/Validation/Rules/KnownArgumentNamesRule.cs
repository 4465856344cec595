using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.4.1: every argument provided to a field or directive must be defined in the set of possible arguments of that field or directive.</summary>
public sealed class KnownArgumentNamesRule(ValidationContext context)
    : ValidationRule(context), IEnter<FieldNode>, IEnter<DirectiveNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Argument-Names";

    /// <inheritdoc />
    public void Enter(FieldNode node)
    {
        if (Context.Field is not { } field) return;
        foreach (var argument in node.Arguments)
        {
            if (!field.TryGetArgument(argument.Name, out _)) ReportUnknown(argument, $"field \"{Context.ParentType!.Name}.{field.Name}\"", field.Arguments);
        }
    }

    /// <inheritdoc />
    public void Enter(DirectiveNode node)
    {
        if (!Context.Schema.TryGetDirective(node.Name, out var directive)) return;
        foreach (var argument in node.Arguments)
        {
            if (!directive.TryGetArgument(argument.Name, out _)) ReportUnknown(argument, $"directive \"@{directive.Name}\"", directive.Arguments);
        }
    }

    private void ReportUnknown(ArgumentNode argument, string owner, ImmutableArray<Argument> known)
    {
        if (Context.IsFull) return;
        var suggestion = Suggestion.DidYouMean(Context, argument.Name, known.Select(candidate => candidate.Name));
        Report($"Unknown argument \"{argument.Name}\" on {owner}.{suggestion}", argument);
    }
}
