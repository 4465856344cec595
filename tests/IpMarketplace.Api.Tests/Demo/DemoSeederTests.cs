using IpMarketplace.Accounts;
using IpMarketplace.Api.Demo;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Api.Tests.Demo;

/// <summary>The seeder fills only an empty database.</summary>
public sealed class DemoSeederTests
{
    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        await using var server = await TestMarketplace.StartAsync(withDemo: true);
        var before = await CountsAsync(server);
        Assert.False(await SeederOf(server).SeedAsync(CancellationToken.None));
        Assert.Equal(before, await CountsAsync(server));
    }

    [Fact]
    public async Task A_database_that_holds_any_organization_stays_as_it_is()
    {
        await using var server = await TestMarketplace.StartAsync();
        await using (var db = server.Context())
        {
            Organization.Record(new("一家单位", OrganizationKind.PublicBody), out var organization);
            db.Organizations.Add(organization);
            await db.SaveChangesAsync();
        }
        Assert.False(await SeederOf(server).SeedAsync(CancellationToken.None));
        await using var after = server.Context();
        Assert.Equal(1, await after.Organizations.CountAsync());
    }

    private static DemoSeeder SeederOf(TestMarketplace server) => new(
        server.Store.Settings, server.Services.GetRequiredService<IPasswordHasher<Account>>(), server.Clock);

    private static async Task<(int, int, long)> CountsAsync(TestMarketplace server)
    {
        await using var db = server.Context();
        return (await db.Organizations.CountAsync(), await db.History.CountAsync(), await db.Changes.MaxAsync(change => change.Id));
    }
}
