using IpMarketplace.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Persistence.Idempotency;

/// <summary>What a keyed mutation did, kept in its own transaction: a retry finds it and does nothing (GI-13).</summary>
public sealed class IdempotencyRecord
{
    /// <summary>How long a key may be.</summary>
    public const int MaxKeyLength = 100;

    /// <summary>The row.</summary>
    public long Id { get; init; }

    /// <summary>The account that sent it; 0 for a visitor.</summary>
    public required long AccountId { get; init; }

    /// <summary>
    /// SHA-256 of the client's key, in hexadecimal: two keys are the same when every character is, whatever the database thinks of
    /// capitals, widths and blanks at the end. A call that an earlier build took has the key itself.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The mutation field.</summary>
    public required string Mutation { get; init; }

    /// <summary>SHA-256 of the input without the key, in hexadecimal.</summary>
    public required string InputHash { get; init; }

    /// <summary>The kind of aggregate answered.</summary>
    public required string ResultType { get; init; }

    /// <summary>Which one.</summary>
    public required long ResultId { get; init; }

    /// <summary>The answer as it was given; null of a call before answers were kept.</summary>
    public string? Answer { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
        record.ToTable("IdempotencyRecords");
        record.Property(row => row.Key).HasMaxLength(IdempotencyRecord.MaxKeyLength);
        record.Property(row => row.Mutation).HasMaxLength(60);
        record.Property(row => row.InputHash).HasMaxLength(64);
        record.Property(row => row.ResultType).HasMaxLength(60);
        record.Property(row => row.Answer).IsLongText();
        record.HasIndex(row => new { row.AccountId, row.Key, row.Mutation }).IsUnique();
    }
}
