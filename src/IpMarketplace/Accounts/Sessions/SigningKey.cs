using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>An ECDSA P-256 key that signs access tokens for a time and is believed until the last of them has expired.</summary>
internal sealed class SigningKey
{
    public long Id { get; init; }

    /// <summary>The <c>kid</c> of the tokens it signed.</summary>
    public required string KeyId { get; init; }

    /// <summary>SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS #8, encrypted by keys that do not lie in the database.</summary>
    public required byte[] ProtectedPrivateKey { get; init; }

    /// <summary>From then on it signs no more.</summary>
    public required DateTimeOffset SignsUntil { get; init; }

    /// <summary>From then on it is not believed any more.</summary>
    public required DateTimeOffset BelievedUntil { get; init; }
}

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> key)
    {
        key.ToTable("SigningKeys");
        key.Property(row => row.KeyId).HasMaxLength(32);
        key.Property(row => row.PublicKey).HasMaxLength(200);
        key.Property(row => row.ProtectedPrivateKey).HasMaxLength(1000);
        key.HasIndex(row => row.KeyId).IsUnique();
    }
}
