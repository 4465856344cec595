using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>Bounds how many fields an operation selects on its root type: each is a request of its own, a mutation above all.</summary>
public sealed class RootFieldLimit(ValidationContext context) : SelectionCountLimit(context)
{
    /// <inheritdoc />
    protected override int Limit => Limits.MaxRootFields;

    /// <inheritdoc />
    protected override string ExcessCode => ErrorCode.RootFieldLimitExceeded;

    /// <inheritdoc />
    protected override string ExcessMessage => $"More than {Limit} root fields are selected, fragments included.";

    /// <inheritdoc />
    protected override bool Counts(FieldNode field) => true;

    /// <inheritdoc />
    protected override bool LooksBelowFields => false;
}
