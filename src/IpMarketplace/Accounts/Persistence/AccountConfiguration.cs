using IpMarketplace.Kernel.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Accounts.Persistence;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(row => row.UserName).HasMaxLength(Account.MaxUserNameLength);
        account.Property(row => row.NormalizedUserName).HasMaxLength(Account.MaxUserNameLength);
        account.Property(row => row.DisplayName).HasMaxLength(Account.MaxDisplayNameLength);
        account.Property(row => row.PasswordHash).HasMaxLength(200);
        account.Property(row => row.SecurityStamp).HasMaxLength(40);
        account.Property(row => row.ConcurrencyStamp).HasMaxLength(40).IsConcurrencyToken();
        account.Property(row => row.Province).HasMaxLength(2);
        account.PrimitiveCollection<IReadOnlyList<Role>>(nameof(Account.Roles)).HasMaxLength(400);
        account.HasIndex(row => row.NormalizedUserName).IsUnique();

        // Identity offers more than the marketplace needs; what is not kept cannot leak (GI-10). Attempts: AttemptLimits.
        account.Ignore(row => row.Email).Ignore(row => row.NormalizedEmail).Ignore(row => row.EmailConfirmed);
        account.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed).Ignore(row => row.TwoFactorEnabled);
        account.Ignore(row => row.LockoutEnabled).Ignore(row => row.LockoutEnd).Ignore(row => row.AccessFailedCount);
    }
}

/// <summary>Under which subject an outside issuer knows an account.</summary>
internal sealed class OutsideLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> login)
    {
        login.ToTable("OutsideLogins");
        login.HasKey(row => new { row.LoginProvider, row.ProviderKey });
        login.Property(row => row.LoginProvider).HasMaxLength(200);
        login.Property(row => row.ProviderKey).HasMaxLength(200);
        login.Property(row => row.ProviderDisplayName).HasMaxLength(200);
        login.HasOne<Account>().WithMany().HasForeignKey(row => row.UserId);
    }
}
