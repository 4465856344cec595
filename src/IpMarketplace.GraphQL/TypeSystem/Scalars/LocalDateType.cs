using System.Globalization;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>LocalDate</c>: a calendar date without time and zone.</summary>
public sealed class LocalDateType : TextScalarType
{
    /// <summary>The scalar.</summary>
    public LocalDateType() : base("LocalDate") => Description = "A calendar date without time and zone, such as 2026-05-31.";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(DateOnly);

    /// <inheritdoc/>
    protected override string Form => "a date such as \"2026-05-31\"";

    /// <inheritdoc/>
    protected override object? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <inheritdoc/>
    protected override FieldValue Write(FieldValue value) => value.Kind switch
    {
        FieldValueKind.Date => value,
        FieldValueKind.DateTime => DateOnly.FromDateTime(value.AsDateTime().DateTime),
        FieldValueKind.Text when Read(value.AsText()) is DateOnly date => date,
        _ => default(FieldValue),
    };
}
