namespace IpMarketplace.Kernel.Security;

/// <summary>
/// Who asks. Every query is scoped to a viewer; there is no "null means trusted": a visitor is <see cref="Visitor"/> and
/// work without a person is <see cref="System"/>.
/// </summary>
/// <param name="UserId">The account's key; 0 for a visitor and for the system.</param>
/// <param name="OrganizationId">The organization whose roles the person holds in this session; null for visitors and natural persons.</param>
/// <param name="Roles">The roles held.</param>
/// <param name="Province">For a province office, the first two digits of its GB/T 2260 code: what it may see. Otherwise null.</param>
public sealed record Viewer(long UserId, long? OrganizationId, IReadOnlyList<Role> Roles, string? Province = null)
{
    /// <summary>Someone who has not signed in.</summary>
    public static Viewer Visitor { get; } = new(0, null, []);

    /// <summary>Timers, imports, followers of the change feed. Never reachable from a request.</summary>
    public static Viewer System { get; } = new(0, null, []) { IsSystem = true };

    /// <summary>Whether this is the system itself.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>Whether a person has signed in.</summary>
    public bool IsSignedIn => UserId != 0;

    /// <summary>Whether the person works for an administration, whose members never act for a party (PL 79).</summary>
    public bool IsAdministrator => Roles.Contains(Role.AdminNational) || Roles.Contains(Role.AdminProvince);

    /// <summary>Whether one of the viewer's roles holds the permission.</summary>
    public bool May(Permission permission) => Roles.Any(role => RolePermissions.Of(role).Contains(permission));
}
