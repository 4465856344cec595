namespace IpMarketplace.Api.Settings;

/// <summary>An OpenID Connect issuer besides our own, such as an authority's single sign-on.</summary>
internal sealed record AuthenticationSettings
{
    /// <summary>The issuer's address, under which <c>/.well-known/openid-configuration</c> lies; empty for none.</summary>
    public string? Authority { get; init; }

    /// <summary>The audience that the issuer's tokens must name.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim under which the issuer knows a person for good.</summary>
    public string SubjectClaim { get; init; } = "sub";

    /// <summary>Whether a person not known yet is taken for the account whose user name is the e-mail address that the issuer has verified.</summary>
    public bool LinkByVerifiedEmail { get; init; }

    /// <summary>Whether the issuer may be asked over plain HTTP: on this machine, for tests.</summary>
    public bool AllowPlainHttp { get; init; }

    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrEmpty(Authority))
        {
            yield break;
        }
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("https" or "http"))
        {
            yield return $"Authentication:Authority is \"{Authority}\"; set it to the issuer's address, such as https://id.example, or leave it empty.";
        }
        else if (authority.Scheme == "http" && !(AllowPlainHttp && authority.IsLoopback))
        {
            yield return $"Authentication:Authority is \"{Authority}\"; keys fetched over plain HTTP prove nothing, so use https.";
        }
        if (string.IsNullOrWhiteSpace(Audience))
        {
            yield return "Authentication:Audience is empty; set it to the audience that tokens of Authentication:Authority name for this server.";
        }
        if (string.IsNullOrWhiteSpace(SubjectClaim))
        {
            yield return "Authentication:SubjectClaim is empty; set it to the claim that identifies a person, usually sub.";
        }
    }
}
