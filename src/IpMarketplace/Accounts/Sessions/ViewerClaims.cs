using System.Globalization;
using System.Security.Claims;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Security;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>How a token says who its bearer is.</summary>
public static class ViewerClaims
{
    internal const string Account = "sub";
    internal const string Session = "sid";
    internal const string Organization = "org";
    internal const string Roles = "roles";
    internal const string Province = "province";

    private static readonly Dictionary<string, Role> RolesByName = Enum.GetValues<Role>().ToDictionary(Spelling.Screaming);

    /// <summary>Who asks; a visitor where nobody is signed in. A role that this build does not know counts for nothing.</summary>
    public static Viewer Read(ClaimsPrincipal? user)
    {
        if (user?.Identity?.IsAuthenticated != true || Number(user, Account) is not { } account)
        {
            return Viewer.Visitor;
        }
        var roles = user.FindAll(Roles).Where(claim => RolesByName.ContainsKey(claim.Value)).Select(claim => RolesByName[claim.Value]);
        return new Viewer(account, Number(user, Organization), [.. roles], user.FindFirst(Province)?.Value);
    }

    /// <summary>The claims of an account, for bearers whom an outside issuer vouches for.</summary>
    public static ClaimsIdentity Write(Account account, string authenticationType)
    {
        var identity = new ClaimsIdentity(authenticationType, Account, Roles);
        identity.AddClaim(new Claim(Account, account.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaims(account.Roles.Select(role => new Claim(Roles, Spelling.Screaming(role))));
        if (account.OrganizationId is { } organization)
        {
            identity.AddClaim(new Claim(Organization, organization.ToString(CultureInfo.InvariantCulture)));
        }
        if (account.Province is { } province)
        {
            identity.AddClaim(new Claim(Province, province));
        }
        return identity;
    }

    private static long? Number(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirst(claim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
