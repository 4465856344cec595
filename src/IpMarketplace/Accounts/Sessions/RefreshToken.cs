using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>
/// One link of a session's chain. Each refresh uses the newest link up and adds the next. A link that is used a second time is answered
/// the same next one where that may be the same holder's doing; else it was copied by somebody, and the whole chain ends.
/// </summary>
internal sealed class RefreshToken
{
    /// <summary>How many random bytes a token and a salt have.</summary>
    public const int SecretBytes = 32;

    public long Id { get; init; }

    public required long AccountId { get; init; }

    /// <summary>The chain that began with one sign-in.</summary>
    public required Guid Session { get; init; }

    /// <summary>SHA-256 of the token in hexadecimal; the token itself is known to its holder only.</summary>
    public required string Hash { get; init; }

    /// <summary>The account's security stamp at sign-in: a changed password ends the session.</summary>
    public required string SecurityStamp { get; init; }

    public required DateTimeOffset SessionEndsAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Gives the next token together with this one: neither who reads the database nor who holds this token knows the next by that alone.</summary>
    public byte[]? NextSalt { get; init; }

    /// <summary>SHA-256 of the idempotency key it was used with.</summary>
    public string? UsedWithKey { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

internal sealed class RefreshTokenConfiguration : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> token)
    {
        token.ToTable("RefreshTokens");
        token.Property(row => row.Hash).HasMaxLength(64);
        token.Property(row => row.SecurityStamp).HasMaxLength(40);
        token.Property(row => row.NextSalt).HasMaxLength(RefreshToken.SecretBytes);
        token.Property(row => row.UsedWithKey).HasMaxLength(64);
        token.HasIndex(row => row.Hash).IsUnique();
        token.HasIndex(row => row.Session);
        token.HasIndex(row => row.ExpiresAt);
        token.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
    }
}
