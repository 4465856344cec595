using System.Collections.Frozen;

namespace IpMarketplace.Kernel.Security;

/// <summary>Which role may do what. With <see cref="Permission"/> the whole answer to "who may".</summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<Role, Permission[]> ByRole = new Dictionary<Role, Permission[]>
    {
        [Role.Inventor] = [],
        [Role.UniOfficer] =
        [
            Permission.PrepareListings, Permission.PrepareOpenLicences, Permission.ConfirmPayments, Permission.RecordLicences, Permission.ReadLicences,
            Permission.RecordPatentFacts,
        ],
        [Role.UniApprover] = [Permission.ApproveListings, Permission.ApproveOpenLicences, Permission.ReadLicences],
        [Role.SmeMember] = [Permission.ReadLicences],
        [Role.SmeSignatory] = [Permission.TakeLicences, Permission.RecordLicences, Permission.ReadLicences],
        [Role.Person] = [Permission.TakeLicences, Permission.RecordLicences, Permission.ReadLicences],
        [Role.Agent] = [],
        [Role.Pledgee] = [],
        [Role.Mediator] = [],
        [Role.AdminProvince] = [Permission.Moderate, Permission.ReadLicences, Permission.ReadStatistics, Permission.RecordPatentFacts],
        [Role.AdminNational] = [Permission.Moderate, Permission.ReadLicences, Permission.ReadStatistics, Permission.RecordPatentFacts],
    }.ToFrozenDictionary();

    /// <summary>The permissions of a role.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => ByRole[role];

    /// <summary>The roles that hold a permission, as descriptions in the schema name them.</summary>
    public static IEnumerable<Role> Holding(Permission permission) =>
        ByRole.Where(entry => entry.Value.Contains(permission)).Select(entry => entry.Key).Order();
}
