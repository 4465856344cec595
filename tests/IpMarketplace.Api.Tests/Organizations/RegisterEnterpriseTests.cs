using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Api.Tests.Organizations;

public sealed class RegisterEnterpriseTests
{
    private const string Operation = "organizations/registerEnterprise.graphql";

    private static Dictionary<string, object> Mill => new()
    {
        ["creditCode"] = "91350100M000100Y43",
        ["name"] = "福州精工机械有限公司",
        ["regionCode"] = "350100",
        ["industryCode"] = "C35",
        ["employees"] = 120,
        ["revenue"] = 5000,
        ["userName"] = "signatory@mill.example",
        ["password"] = "demo-market-2026",
        ["displayName"] = "Licensing manager",
    };

    [Fact]
    public async Task Anyone_registers_an_enterprise_and_its_signatory_signs_in()
    {
        await using var marketplace = await TestMarketplace.StartAsync();

        var answer = (await marketplace.QueryAsync(Operation, new { input = Mill })).Succeeded();

        Assert.Equal(("ENTERPRISE", "35", "SMALL", "91350100M000100Y43"),
            (answer.Text("registerEnterprise.organization.kind"), answer.Text("registerEnterprise.organization.province"),
                answer.Text("registerEnterprise.organization.size"), answer.Text("registerEnterprise.organization.creditCode")));
        var viewer = (await marketplace.QueryAsync("{ viewer { roles organization { name region { nameEn } } } }", user: "signatory@mill.example")).Succeeded();
        Assert.Equal(("SME_SIGNATORY", "福州精工机械有限公司", "Fujian"),
            (viewer.Text("viewer.roles[0]"), viewer.Text("viewer.organization.name"), viewer.Text("viewer.organization.region.nameEn")));
    }

    [Theory]
    [InlineData("creditCode", "91350100M000100Y44", "creditCode")]
    [InlineData("regionCode", "999999", "regionCode")]
    [InlineData("industryCode", "Z1", "industryCode")]
    [InlineData("password", "short", "password")]
    [InlineData("userName", "nobody", "userName")]
    public async Task A_wrong_field_is_named_and_nothing_is_written(string field, string value, string path)
    {
        await using var marketplace = await TestMarketplace.StartAsync();
        var input = Mill;
        input[field] = value;

        var refusal = (await marketplace.QueryAsync(Operation, new { input })).Refused("registerEnterprise", "InputInvalid");

        Assert.Equal(path, refusal.GetProperty("problems")[0].GetProperty("path").GetString());
        await using var db = marketplace.Context();
        Assert.Equal((0, 0, 0), (await db.Organizations.CountAsync(), await db.Accounts.CountAsync(), await db.Changes.CountAsync()));
    }

    [Fact]
    public async Task A_credit_code_registers_once()
    {
        await using var marketplace = await TestMarketplace.StartAsync();
        (await marketplace.QueryAsync(Operation, new { input = Mill })).Succeeded();
        var again = Mill;
        again["userName"] = "other@mill.example";

        var refusal = (await marketplace.QueryAsync(Operation, new { input = again })).Refused("registerEnterprise", "CreditCodeTaken");

        Assert.Equal("91350100M000100Y43", refusal.GetProperty("creditCode").GetString());
        await using var db = marketplace.Context();
        Assert.Equal((1, 1), (await db.Organizations.CountAsync(), await db.Accounts.CountAsync()));
    }
}
