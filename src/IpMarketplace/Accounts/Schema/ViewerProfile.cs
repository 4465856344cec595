using IpMarketplace.Kernel.Security;

namespace IpMarketplace.Accounts.Schema;

/// <summary>Who is signed in.</summary>
/// <param name="UserName">The e-mail address signed in with.</param>
/// <param name="DisplayName">A role's name, such as "Technology transfer officer".</param>
/// <param name="Roles">The roles held (domain.md 9.0).</param>
/// <param name="Permissions">What these roles may do.</param>
/// <param name="Province">For a province office, the first two digits of its GB/T 2260 code.</param>
/// <param name="OrganizationId">The key of the organization the roles are held in; the schema shows the organization itself.</param>
[GraphQLName("Viewer")]
public sealed record ViewerProfile(
    string UserName,
    string DisplayName,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<Permission> Permissions,
    string? Province,
    [property: GraphQLIgnore] long? OrganizationId)
{
    internal static ViewerProfile Of(Account account)
    {
        var viewer = account.AsViewer();
        return new(account.UserName!, account.DisplayName, account.Roles, [.. Enum.GetValues<Permission>().Where(viewer.May)], account.Province, account.OrganizationId);
    }
}
