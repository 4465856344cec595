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
    [InlineData("name", "360", "name")]
    [InlineData("name", "\u200B \0\u202E", "name")]
    [InlineData("nameEn", "!!!", "nameEn")]
    [InlineData("displayName", "12-34", "displayName")]
    [InlineData("creditCode", "", "creditCode")]
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

    [Theory]
    [InlineData(201, "name", "200")]
    [InlineData(201, "nameEn", "200")]
    public async Task What_its_column_cannot_hold_is_refused_by_the_field_it_came_from(int length, string field, string limit)
    {
        await using var marketplace = await TestMarketplace.StartAsync();
        var input = Mill;
        input[field] = new string('厂', length);

        var problem = (await marketplace.QueryAsync(Operation, new { input })).Refused("registerEnterprise", "InputInvalid").GetProperty("problems")[0];

        Assert.Equal(field, problem.GetProperty("path").GetString());
        Assert.Contains(limit, problem.GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("revenue", "1e20", "An amount lies between")]
    [InlineData("revenue", "0.001", "An amount has at most 2 decimals.")]
    [InlineData("assets", "10000000000000000", "An amount lies between")]
    public async Task An_amount_that_no_column_holds_is_refused_by_name(string field, string amount, string message)
    {
        await using var marketplace = await TestMarketplace.StartAsync();
        var input = Mill;
        input[field] = System.Text.Json.JsonDocument.Parse(amount).RootElement;

        var problem = (await marketplace.QueryAsync(Operation, new { input })).Refused("registerEnterprise", "InputInvalid").GetProperty("problems")[0];

        Assert.Equal(field, problem.GetProperty("path").GetString());
        Assert.StartsWith(message, problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_kept_without_what_nobody_sees_and_compare_alike()
    {
        await using var marketplace = await TestMarketplace.StartAsync();
        var input = Mill;
        (input["name"], input["nameEn"]) = ("\u202E福州\u200B精工\0机械有限公司 ", " Cafe\u0301\t\r\n Mill\uFEFF ");

        var answer = (await marketplace.QueryAsync(Operation, new { input })).Succeeded();
        var found = (await marketplace.QueryAsync("organizations/organizations.graphql", new { filter = new { text = "精工\u200D 机械" } })).Succeeded();

        Assert.Equal("福州精工机械有限公司", answer.Text("registerEnterprise.organization.name"));
        Assert.Equal("福州精工机械有限公司", found.Text("organizations.nodes[0].name"));
        await using var db = marketplace.Context();
        Assert.Equal("Café Mill", (await db.Organizations.SingleAsync()).NameEn);
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
