using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>Where a list says that it <see cref="TypeSystem.ListSize.RequireOneSlicingArgument"/>, exactly one of them must be given.</summary>
public sealed class SlicingArgumentsRule(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
{
    /// <inheritdoc />
    public void Enter(FieldNode node)
    {
        if (Context.Field?.ListSize is not { RequireOneSlicingArgument: true, SlicingArguments: { IsEmpty: false } slicing }) return;
        if (node.Arguments.Count(argument => slicing.Contains(argument.Name) && argument.Value is not NullValueNode) != 1)
            Report($"Field \"{node.Name}\" takes exactly one of the arguments {string.Join(", ", slicing)}.", node);
    }
}
