using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>
/// Bounds how many fields an operation selects. A short document may select without end: each of a chain of fragments need only spread the next
/// one twice.
/// </summary>
public sealed class SelectionSizeLimit(ValidationContext context) : SelectionCountLimit(context)
{
    /// <inheritdoc />
    protected override int Limit => Limits.MaxFields;

    /// <inheritdoc />
    protected override string ExcessCode => ErrorCode.FieldLimitExceeded;

    /// <inheritdoc />
    protected override string ExcessMessage => $"More than {Limit} fields are selected, fragments included.";

    /// <inheritdoc />
    protected override bool Counts(FieldNode field) => true;
}
