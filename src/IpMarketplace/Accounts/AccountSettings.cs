namespace IpMarketplace.Accounts;

/// <summary>How long sessions and keys live, and how patient sign-in is.</summary>
public sealed record AccountSettings
{
    /// <summary>The <c>iss</c> and <c>aud</c> of the access tokens issued here.</summary>
    public string Issuer { get; init; } = "ipmarketplace";

    /// <summary>How long an access token is valid. Short, because it cannot be called back.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an unused refresh token is valid.</summary>
    public TimeSpan RefreshTokenLifetime { get; init; } = TimeSpan.FromDays(14);

    /// <summary>After how long one must sign in again, however often the session was refreshed.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long a signing key signs before the next one is made.</summary>
    public TimeSpan SigningKeyLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How many wrong attempts in a row lock a user name.</summary>
    public int AttemptsBeforeLock { get; init; } = 5;

    /// <summary>How long it stays locked.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 a password is hashed with.</summary>
    public int PasswordIterations { get; init; } = 210_000;

    /// <summary>Each problem as a sentence that names the setting, its value and what to change.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Issuer))
        {
            yield return "Accounts:Issuer is empty; set it to the name that access tokens carry as their issuer.";
        }
        if (AccessTokenLifetime <= TimeSpan.Zero || AccessTokenLifetime > TimeSpan.FromHours(1))
        {
            yield return $"Accounts:AccessTokenLifetime is {AccessTokenLifetime}; set it to more than 0 and at most 01:00:00.";
        }
        if (RefreshTokenLifetime <= AccessTokenLifetime)
        {
            yield return $"Accounts:RefreshTokenLifetime is {RefreshTokenLifetime}; set it longer than Accounts:AccessTokenLifetime ({AccessTokenLifetime}).";
        }
        if (SessionLifetime < RefreshTokenLifetime)
        {
            yield return $"Accounts:SessionLifetime is {SessionLifetime}; set it at least as long as Accounts:RefreshTokenLifetime ({RefreshTokenLifetime}).";
        }
        if (SigningKeyLifetime < TimeSpan.FromHours(1))
        {
            yield return $"Accounts:SigningKeyLifetime is {SigningKeyLifetime}; set it to at least 01:00:00.";
        }
        if (AttemptsBeforeLock < 1)
        {
            yield return $"Accounts:AttemptsBeforeLock is {AttemptsBeforeLock}; set it to at least 1.";
        }
        if (PasswordIterations < 1000)
        {
            yield return $"Accounts:PasswordIterations is {PasswordIterations}; set it to at least 1000, in production to 210000.";
        }
    }
}
