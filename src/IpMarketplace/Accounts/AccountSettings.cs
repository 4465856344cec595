namespace IpMarketplace.Accounts;

/// <summary>How long sessions and keys live, and how often strangers may try. What is counted is counted in each process.</summary>
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

    /// <summary>For how long a refresh token that was exchanged is answered the same new one again: two tabs may refresh at once, and an answer may get lost.</summary>
    public TimeSpan RefreshGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The time in which so many sign-ins and refreshes are heard as is said below; attempts come back evenly over it.</summary>
    public TimeSpan AttemptWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Sign-ins from an address, under all names, by devices that are not known. Each costs the hashing of a password.</summary>
    public int SignInsPerAddress { get; init; } = 300;

    /// <summary>Sign-ins from an address under one name, by devices that are not known.</summary>
    public int SignInsPerAddressAndName { get; init; } = 10;

    /// <summary>Sign-ins under one name, from all addresses together, by devices that are not known.</summary>
    public int SignInsPerName { get; init; } = 50;

    /// <summary>Sign-ins by a device that is known: one on which the account signed in before.</summary>
    public int SignInsPerDevice { get; init; } = 10;

    /// <summary>For how long a device stays known after a sign-in.</summary>
    public TimeSpan KnownDeviceLifetime { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Refreshes of sessions from an address.</summary>
    public int RefreshesPerAddress { get; init; } = 3_000;

    /// <summary>The time in which so many registrations are heard as is said below.</summary>
    public TimeSpan RegistrationWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Registrations from an address.</summary>
    public int RegistrationsPerAddress { get; init; } = 10;

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
        if (RefreshGrace < TimeSpan.Zero || RefreshGrace > TimeSpan.FromMinutes(1))
        {
            yield return $"Accounts:RefreshGrace is {RefreshGrace}; set it to at least 0 and at most 00:01:00, such as 00:00:10.";
        }
        if (KnownDeviceLifetime <= TimeSpan.Zero || KnownDeviceLifetime > TimeSpan.FromDays(3650))
        {
            yield return $"Accounts:KnownDeviceLifetime is {KnownDeviceLifetime}; set it to more than 0 and at most 3650 days, such as 180.00:00:00.";
        }
        foreach (var (name, window) in new[] { (nameof(AttemptWindow), AttemptWindow), (nameof(RegistrationWindow), RegistrationWindow) })
        {
            if (window < TimeSpan.FromSeconds(1) || window > TimeSpan.FromDays(1))
            {
                yield return $"Accounts:{name} is {window}; set it between 00:00:01 and 1.00:00:00.";
            }
        }
        (string Name, int Value)[] attempts =
        [
            (nameof(SignInsPerAddress), SignInsPerAddress),
            (nameof(SignInsPerAddressAndName), SignInsPerAddressAndName),
            (nameof(SignInsPerName), SignInsPerName),
            (nameof(SignInsPerDevice), SignInsPerDevice),
            (nameof(RefreshesPerAddress), RefreshesPerAddress),
            (nameof(RegistrationsPerAddress), RegistrationsPerAddress),
        ];
        foreach (var (name, value) in attempts.Where(limit => limit.Value is < 1 or > 1_000_000))
        {
            yield return $"Accounts:{name} is {value}; set it between 1 and 1000000.";
        }
        if (PasswordIterations < 1000)
        {
            yield return $"Accounts:PasswordIterations is {PasswordIterations}; set it to at least 1000, in production to 210000.";
        }
    }
}
