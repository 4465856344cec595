using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Api.Settings;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace IpMarketplace.Api.Authentication;

/// <summary>Who asks: the bearer of one of our access tokens or, where it is configured, of an outside issuer's.</summary>
internal static class BearerAuthentication
{
    private const string Chosen = "Chosen";
    private const string Own = "Own";
    private const string Outside = "Outside";
    private const string Prefix = "Bearer ";

    public static void AddBearerAuthentication(this IServiceCollection services, AuthenticationSettings settings, string ownIssuer)
    {
        var isOutsideConfigured = !string.IsNullOrEmpty(settings.Authority);
        var authentication = services.AddAuthentication(isOutsideConfigured ? Chosen : Own).AddJwtBearer(Own, bearer => bearer.MapInboundClaims = false);
        services.AddSingleton<VerifiedTokens>().AddOptions<JwtBearerOptions>(Own).Configure<AccessTokens, VerifiedTokens>((bearer, tokens, verified) =>
        {
            bearer.TokenValidationParameters = tokens.Validation();
            bearer.TokenHandlers.Clear();
            bearer.TokenHandlers.Add(verified);
        });
        if (isOutsideConfigured)
        {
            authentication
                .AddPolicyScheme(Chosen, null, policy => policy.ForwardDefaultSelector = context => IssuerOf(context) == ownIssuer ? Own : Outside)
                .AddJwtBearer(Outside, bearer => Configure(bearer, settings));
        }
        services.AddHttpContextAccessor();
        services.AddScoped<Caller>();
        services.AddScoped(scope => scope.GetRequiredService<Caller>().Viewer);
        services.AddScoped(scope => scope.GetRequiredService<Caller>().Actor);
        services.AddScoped(scope => scope.GetRequiredService<Caller>().Address);
    }

    /// <summary>A token that is not good is refused, not ignored: the caller believes to be signed in.</summary>
    public static void UseBearerAuthentication(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(async (context, next) =>
        {
            if (context.Request.Headers.Authorization.Count > 0 && context.User.Identity?.IsAuthenticated != true)
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = """Bearer error="invalid_token" """.TrimEnd();
                context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
                await context.Response.WriteAsync(
                    """{"errors":[{"message":"The access token is not valid or has expired. Refresh the session or sign in again.","extensions":{"code":"INVALID_TOKEN"}}]}""",
                    context.RequestAborted);
                return;
            }
            await next(context);
        });
    }

    private static void Configure(JwtBearerOptions bearer, AuthenticationSettings settings)
    {
        bearer.Authority = settings.Authority;
        bearer.Audience = settings.Audience;
        bearer.RequireHttpsMetadata = !settings.AllowPlainHttp;
        bearer.MapInboundClaims = false;
        bearer.Events = new JwtBearerEvents { OnTokenValidated = context => TakeForAccountAsync(context, settings) };
    }

    /// <summary>The issuer vouches for a person; what the person may do here is said by the account, not by the token.</summary>
    private static async Task TakeForAccountAsync(TokenValidatedContext context, AuthenticationSettings settings)
    {
        var claims = context.Principal!;
        var subject = claims.FindFirst(settings.SubjectClaim)?.Value;
        var email = settings.LinkByVerifiedEmail && claims.FindFirst("email_verified")?.Value == "true" ? claims.FindFirst("email")?.Value : null;
        var accounts = context.HttpContext.RequestServices.GetRequiredService<OutsideLogins>();
        var account = subject is null ? null : await accounts.FindAsync(context.SecurityToken.Issuer, subject, email, context.HttpContext.RequestAborted);
        if (account is null)
        {
            context.Fail("No account is known under this subject.");
            return;
        }
        context.Principal = new(ViewerClaims.Write(account, Outside));
    }

    /// <summary>Read without belief, only to choose who verifies the token.</summary>
    private static string? IssuerOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : "";
        return new JsonWebTokenHandler().CanReadToken(token) && new JsonWebToken(token) is { } read ? read.Issuer : null;
    }
}
