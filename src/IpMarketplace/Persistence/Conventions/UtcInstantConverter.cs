using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IpMarketplace.Persistence.Conventions;

/// <summary>
/// Instants are stored in UTC, to the microsecond: what both databases keep, sort and compare alike (SQLite as text in
/// ISO order, SQL Server as <c>datetime2(6)</c>).
/// </summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(instant => ToStored(instant), stored => FromStored(stored))
{
    public const int Digits = 6;

    private static DateTime ToStored(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    private static DateTimeOffset FromStored(DateTime stored) => new(stored.Ticks, TimeSpan.Zero);
}
