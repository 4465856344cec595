using IpMarketplace.Kernel.Errors;

namespace IpMarketplace.Accounts;

/// <summary>The user name or the password is wrong; which of them is not said.</summary>
public sealed record SignInFailed : Refusal
{
    /// <inheritdoc/>
    public override string Message => "The user name or the password is wrong.";
}

/// <summary>Too many attempts came from this address or, from devices that are not known, under this user name. It says nothing of whether an account has the name.</summary>
/// <param name="RetryAfter">In how many seconds the next attempt may be heard.</param>
public sealed record TooManyAttempts(int RetryAfter) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"Too many attempts. Try again in {RetryAfter} s.";
}

/// <summary>The session has ended: the refresh token is unknown, used, expired or revoked, or the account was changed.</summary>
public sealed record SessionExpired : Refusal
{
    /// <inheritdoc/>
    public override string Message => "The session has ended. Sign in again.";
}
