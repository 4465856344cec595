using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.3.1: the target field of a field selection must be defined on the scoped type of the selection set.</summary>
public sealed class FieldsOnCorrectTypeRule(ValidationContext context)
    : ValidationRule(context), IEnter<FieldNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Field-Selections";

    /// <inheritdoc />
    public void Enter(FieldNode node)
    {
        if (Context.ParentType is not { } type || Context.Field is not null) return;
        Report($"Cannot query field \"{node.Name}\" on type \"{type.Name}\".{Suggest(type, node.Name)}", node);
    }

    private string Suggest(CompositeType type, string name)
    {
        var onTypes = Suggestion.DidYouMean(Context, "to use an inline fragment on ", [.. TypesWith(type, name)]);
        return onTypes.Length > 0 ? onTypes : Suggestion.DidYouMean(Context, name, type.Fields.Select(field => field.Name));
    }

    /// <summary>Which possible types have the field, and which of their interfaces; those that stand for most types first.</summary>
    private static IEnumerable<string> TypesWith(CompositeType type, string name) => type is not AbstractType
        ? []
        : type.PossibleTypes
            .Where(possible => possible.TryGetField(name, out _))
            .SelectMany(possible => possible.Interfaces.Where(shared => shared.TryGetField(name, out _)).Append<CompositeType>(possible))
            .Distinct()
            .OrderByDescending(candidate => candidate.PossibleTypes.Length)
            .ThenBy(candidate => candidate is ObjectType)
            .Select(candidate => candidate.Name);
}
