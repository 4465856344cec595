using IpMarketplace.Kernel.Errors;

namespace IpMarketplace.Accounts;

/// <summary>The user name or the password is wrong; which of them is not said.</summary>
public sealed record SignInFailed : Refusal
{
    /// <inheritdoc/>
    public override string Message => "The user name or the password is wrong.";
}

/// <summary>Too many wrong attempts under this user name, whether or not an account has it.</summary>
/// <param name="Until">When the next attempt is heard.</param>
public sealed record AccountLocked(DateTimeOffset Until) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"Too many wrong attempts. Try again after {Until:yyyy-MM-dd HH:mm:ss} UTC.";
}

/// <summary>The session has ended: the refresh token is unknown, used, expired or revoked, or the account was changed.</summary>
public sealed record SessionExpired : Refusal
{
    /// <inheritdoc/>
    public override string Message => "The session has ended. Sign in again.";
}
