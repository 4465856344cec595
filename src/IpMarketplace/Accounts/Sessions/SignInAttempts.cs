using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>
/// Attempts under a user name since the last right one. Counted for names without an account too, so that a lock does not
/// tell which names exist.
/// </summary>
internal sealed class SignInAttempts
{
    public long Id { get; init; }

    public required string NormalizedUserName { get; init; }

    public int Count { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public required DateTimeOffset LastAt { get; set; }
}

internal sealed class SignInAttemptsConfiguration : IEntityTypeConfiguration<SignInAttempts>
{
    public void Configure(EntityTypeBuilder<SignInAttempts> attempts)
    {
        attempts.ToTable("SignInAttempts");
        attempts.Property(row => row.NormalizedUserName).HasMaxLength(Account.MaxUserNameLength);
        attempts.HasIndex(row => row.NormalizedUserName).IsUnique();
    }
}
