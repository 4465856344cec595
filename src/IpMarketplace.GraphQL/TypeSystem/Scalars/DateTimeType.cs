using System.Globalization;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>DateTime</c>: an instant with its offset from UTC.</summary>
public sealed class DateTimeType : TextScalarType
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>The scalar.</summary>
    public DateTimeType() : base("DateTime")
    {
        Description = "An instant: date, time and offset from UTC, such as 2026-05-31T08:30:00Z.";
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc3339";
    }

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(DateTimeOffset);

    /// <inheritdoc/>
    protected override string Form => "an instant with offset such as \"2026-05-31T08:30:00Z\"";

    /// <inheritdoc/>
    protected override object? Read(string text)
    {
        var hasOffset = text.EndsWith('Z') || text.EndsWith('z') || text.LastIndexOfAny(['+', '-']) > "yyyy-MM-dd".Length;
        return hasOffset && DateTimeOffset.TryParseExact(text.ToUpperInvariant(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
    }

    /// <inheritdoc/>
    protected override FieldValue Write(FieldValue value) => value.Kind switch
    {
        FieldValueKind.DateTime => value,
        FieldValueKind.Text when Read(value.AsText()) is DateTimeOffset instant => instant,
        _ => default(FieldValue),
    };
}
