using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Stands for every account that does not exist: its password, which nobody knows, takes as long to check as any other.</summary>
public sealed class UnknownAccount
{
    /// <summary>Made once, with the same effort as real ones.</summary>
    public UnknownAccount(IPasswordHasher<Account> hasher)
    {
        Account = new Account { DisplayName = "" };
        PasswordHash = hasher.HashPassword(Account, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    internal Account Account { get; }

    internal string PasswordHash { get; }
}
