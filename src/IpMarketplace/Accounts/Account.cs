using IpMarketplace.Kernel.Security;
using Microsoft.AspNetCore.Identity;

namespace IpMarketplace.Accounts;

/// <summary>
/// Someone who signs in. A person holds roles in one organization only (domain.md 9.0); <see cref="IdentityUser{TKey}.UserName"/>
/// is an e-mail address. Natural persons appear elsewhere only under their role's name.
/// </summary>
public sealed class Account : IdentityUser<long>
{
    /// <summary>How long a user name may be.</summary>
    public const int MaxUserNameLength = 256;

    /// <summary>How long a display name may be.</summary>
    public const int MaxDisplayNameLength = 100;

    /// <summary>What colleagues see: a role's name such as "Technology transfer officer".</summary>
    public required string DisplayName { get; init; }

    /// <summary>The organization whose roles the person holds; null for natural persons and administrations.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>The roles held.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>For a province office, the first two digits of its GB/T 2260 code.</summary>
    public string? Province { get; init; }

    /// <summary>Since when the account may no longer be used; null while it may.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Ends the account: nobody signs in with it, and its sessions end at their next refresh.</summary>
    public void Disable(DateTimeOffset now) => DisabledAt ??= now;

    /// <summary>Who asks when this account does.</summary>
    public Viewer AsViewer() => new(Id, OrganizationId, Roles, Province);
}
