using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.6.3: input objects must not contain more than one field of the same name.</summary>
public sealed class UniqueInputFieldNamesRule(ValidationContext context)
    : ValidationRule(context), IEnter<ObjectValueNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Input-Object-Field-Uniqueness";

    /// <inheritdoc />
    public void Enter(ObjectValueNode node)
    {
        if (node.Fields.Length < 2) return;
        var names = new HashSet<string>(node.Fields.Length);
        foreach (var field in node.Fields)
        {
            if (!names.Add(field.Name)) Report($"There can be only one input field named \"{field.Name}\".", field);
        }
    }
}
