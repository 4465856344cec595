using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>Bounds how many aliases an operation has: by aliases one field is asked for again and again.</summary>
public sealed class AliasLimit(ValidationContext context) : SelectionCountLimit(context)
{
    /// <inheritdoc />
    protected override int Limit => Limits.MaxAliases;

    /// <inheritdoc />
    protected override string ExcessCode => ErrorCode.AliasLimitExceeded;

    /// <inheritdoc />
    protected override string ExcessMessage => $"More than {Limit} aliases are used, fragments included.";

    /// <inheritdoc />
    protected override bool Counts(FieldNode field) => field.Alias is not null;
}
