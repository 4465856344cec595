using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.4.3: an argument is required if its type is non-null and it has no default value; required arguments must be provided.</summary>
public sealed class ProvidedRequiredArgumentsRule(ValidationContext context)
    : ValidationRule(context), IEnter<FieldNode>, IEnter<DirectiveNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Required-Arguments";

    /// <inheritdoc />
    public void Enter(FieldNode node)
    {
        if (Context.Field is { Arguments.IsEmpty: false } field)
            Check(node, node.Arguments, field.Arguments, $"{Context.ParentType!.Name}.{field.Name}");
    }

    /// <inheritdoc />
    public void Enter(DirectiveNode node)
    {
        if (Context.Schema.TryGetDirective(node.Name, out var directive)) Check(node, node.Arguments, directive.Arguments, $"@{directive.Name}");
    }

    private void Check(ISyntaxNode node, ImmutableArray<ArgumentNode> given, ImmutableArray<Argument> defined, string owner)
    {
        foreach (var argument in defined)
        {
            if (argument.IsRequired && !given.Any(candidate => candidate.Name == argument.Name))
                Report($"Argument \"{owner}({argument.Name}:)\" of type \"{argument.Type}\" is required, but it was not provided.", node);
        }
    }
}
