using IpMarketplace.Kernel.Security;

namespace IpMarketplace.Tests.Kernel;

/// <summary>domain.md 9.0.</summary>
public sealed class RolePermissionsTests
{
    [Fact]
    public void Every_role_is_in_the_table()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.NotNull(RolePermissions.Of(role));
        }
    }

    [Fact]
    public void Every_permission_is_held_by_someone() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.NotEmpty(RolePermissions.Holding(permission)));

    [Theory]
    [InlineData(Role.AdminNational)]
    [InlineData(Role.AdminProvince)]
    public void An_administrator_never_acts_for_a_party(Role administrator)
    {
        Permission[] actsForAParty =
        [
            Permission.PrepareListings, Permission.ApproveListings, Permission.PrepareOpenLicences, Permission.ApproveOpenLicences,
            Permission.TakeLicences, Permission.ConfirmPayments, Permission.RecordLicences,
        ];
        Assert.Empty(RolePermissions.Of(administrator).Intersect(actsForAParty)); // PL 79
    }

    [Fact]
    public void Nobody_may_both_prepare_and_approve()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var permissions = RolePermissions.Of(role);
            Assert.False(permissions.Contains(Permission.PrepareListings) && permissions.Contains(Permission.ApproveListings), role.ToString()); // GI-08
            Assert.False(permissions.Contains(Permission.PrepareOpenLicences) && permissions.Contains(Permission.ApproveOpenLicences), role.ToString());
        }
    }

    [Fact]
    public void A_visitor_may_nothing() =>
        Assert.DoesNotContain(Enum.GetValues<Permission>(), Viewer.Visitor.May);

    [Fact]
    public void The_system_is_never_taken_for_a_person() =>
        Assert.False(Viewer.System.IsSignedIn);
}
