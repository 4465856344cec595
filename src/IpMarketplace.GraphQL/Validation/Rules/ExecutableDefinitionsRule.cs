using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.1.1: every definition of a document that is executed "must be <em>ExecutableDefinition</em>", an operation or a fragment.</summary>
public sealed class ExecutableDefinitionsRule(ValidationContext context)
    : ValidationRule(context), IEnter<DocumentNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Executable-Definitions";

    /// <inheritdoc />
    public void Enter(DocumentNode node)
    {
        foreach (var definition in node.Definitions)
        {
            if (definition is not IExecutableDefinitionNode) Report($"The {Name(definition)} definition is not executable.", definition);
        }
    }

    private static string Name(IDefinitionNode definition) => definition switch
    {
        ITypeDefinitionNode type => $"\"{type.Name}\"",
        ITypeExtensionNode extension => $"\"{extension.Name}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name}\"",
        _ => "schema",
    };
}
