using IpMarketplace.Accounts.Sessions;

namespace IpMarketplace.Accounts.Schema;

/// <summary>What a client holds while someone is signed in.</summary>
/// <param name="AccessToken">Send it as <c>Authorization: Bearer …</c>. An ES256-signed JSON Web Token.</param>
/// <param name="AccessTokenExpiresAt">When it stops working; refresh before then.</param>
/// <param name="RefreshToken">Works once, for <c>refreshSession</c>. Keep it secret.</param>
/// <param name="RefreshTokenExpiresAt">When it stops working even if unused.</param>
/// <param name="Viewer">Who is signed in.</param>
/// <param name="DeviceToken">Of `signIn`: keep it when the session ends, and send it with the next `signIn` on this device. It lets nobody in.</param>
public sealed record Session(
    string AccessToken, DateTimeOffset AccessTokenExpiresAt, string RefreshToken, DateTimeOffset RefreshTokenExpiresAt, ViewerProfile Viewer, string? DeviceToken = null)
{
    internal static Session Of(IssuedTokens issued) =>
        new(issued.AccessToken, issued.AccessTokenExpiresAt, issued.RefreshToken, issued.RefreshTokenExpiresAt, ViewerProfile.Of(issued.Account));
}
