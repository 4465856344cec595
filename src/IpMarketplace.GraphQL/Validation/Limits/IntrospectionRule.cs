using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>Where introspection is switched off, <c>__schema</c> and <c>__type</c> must not be asked for; <c>__typename</c> always may.</summary>
public sealed class IntrospectionRule(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
{
    /// <inheritdoc />
    public void Enter(FieldNode node)
    {
        if (Context.Options.Introspection || Context.Field is not { } field) return;
        if (ReferenceEquals(field, Context.Schema.SchemaField) || ReferenceEquals(field, Context.Schema.TypeField))
            Report($"Introspection is switched off, but \"{node.Name}\" asks for it.", node);
    }
}
