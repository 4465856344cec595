namespace IpMarketplace.Accounts.Sessions;

/// <summary>A fresh pair of tokens and whose they are.</summary>
public sealed record IssuedTokens(
    Account Account, string AccessToken, DateTimeOffset AccessTokenExpiresAt, string RefreshToken, DateTimeOffset RefreshTokenExpiresAt);
