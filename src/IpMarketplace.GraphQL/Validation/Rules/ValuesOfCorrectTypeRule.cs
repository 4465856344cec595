using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>
/// 5.6.1: literal values must be compatible with the type expected in the position they are found; with 5.6.2 (input fields exist), 5.6.4
/// (required fields are given) and 5.6.5 (of a OneOf input object exactly one, and not null).
/// </summary>
public sealed class ValuesOfCorrectTypeRule(ValidationContext context)
    : ValidationRule(context), IEnter<FieldNode>, IEnter<DirectiveNode>, IEnter<VariableDefinitionNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Values-of-Correct-Type";

    /// <inheritdoc />
    public void Enter(FieldNode node)
    {
        if (Context.Field is not { } field) return;
        foreach (var argument in node.Arguments)
        {
            if (field.TryGetArgument(argument.Name, out var definition)) Check(argument.Value, definition.Type);
        }
    }

    /// <inheritdoc />
    public void Enter(DirectiveNode node)
    {
        if (!Context.Schema.TryGetDirective(node.Name, out var directive)) return;
        foreach (var argument in node.Arguments)
        {
            if (directive.TryGetArgument(argument.Name, out var definition)) Check(argument.Value, definition.Type);
        }
    }

    /// <inheritdoc />
    public void Enter(VariableDefinitionNode node)
    {
        if (node.DefaultValue is { } value && Context.Schema.GetType(node.Type) is { } type && type.IsInput()) Check(value, type);
    }

    private void Check(IValueNode value, IType type)
    {
        if (Context.IsFull) return;
        switch (value, type.Nullable)
        {
            case (VariableNode, _):
                break; // VariablesInAllowedPositionRule.
            case (NullValueNode, _):
                if (type.IsNonNull()) Report($"Expected value of non-null type \"{type}\" not to be null.", value);
                break;
            case (ListValueNode list, ListType { Item: var item }):
                foreach (var element in list.Items) Check(element, item);
                break;
            case (_, ListType { Item: var item }):
                Check(value, item); // 3.11: a value that is no list stands for a list of one.
                break;
            case (ObjectValueNode node, InputObjectType inputObject):
                CheckFields(node, inputObject);
                break;
            case (_, InputObjectType):
                Report($"Expected value of type \"{type}\" to be an object, found: {value}.", value);
                break;
            case (_, LeafType leaf) when !leaf.TryParseLiteral(value, null, out _, out var problem):
                Report(Context.Options.Suggestions ? $"{problem} {leaf.Suggestion}".TrimEnd() : $"Expected value of type \"{type}\", found: {value}.", value);
                break;
        }
    }

    private void CheckFields(ObjectValueNode node, InputObjectType type)
    {
        var given = new HashSet<string>(node.Fields.Length);
        foreach (var field in node.Fields)
        {
            given.Add(field.Name);
            if (type.TryGetField(field.Name, out var definition)) Check(field.Value, definition.Type);
            else ReportUnknown(field, type);
        }

        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !given.Contains(field.Name))
                Report($"Expected value of type \"{type.Name}\" to include required field \"{field.Name}\" of type \"{field.Type}\".", node);
        }

        if (type.IsOneOf && node.Fields is not [{ Value: not NullValueNode }])
        {
            Report(
                $"Within OneOf Input Object type \"{type.Name}\", exactly one field must be specified, and the value for that field must be non-null.",
                node);
        }
    }

    private void ReportUnknown(ObjectFieldNode field, InputObjectType type)
    {
        if (Context.IsFull) return;
        var suggestion = Suggestion.DidYouMean(Context, field.Name, type.Fields.Select(candidate => candidate.Name));
        Report($"Field \"{field.Name}\" is not defined by type \"{type.Name}\".{suggestion}", field);
    }
}
