using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
    public async Task While_a_password_is_hashed_others_write()
    {
        using var hashing = new SlowHasher();
        await using var marketplace = await TestMarketplace.StartAsync(configure: builder => builder.Services.AddSingleton<IPasswordHasher<Account>>(hashing));
        var registration = marketplace.QueryAsync(Operation, new { input = Mill });
        await hashing.Began.WaitAsync(TimeSpan.FromMinutes(2));

        await using (var db = marketplace.Context())
        {
            Assert.Null(Organization.Record(new("北方示范大学", OrganizationKind.University, RegionCode: "110000"), out var university));
            db.Add(university);
            await db.SaveChangesAsync().WaitAsync(TimeSpan.FromMinutes(2));
        }
        hashing.Finish();

        Assert.Equal("ENTERPRISE", (await registration).Succeeded().Text("registerEnterprise.organization.kind"));
    }

    [Theory]
    [InlineData("signatory@mill.example", "InputInvalid")]
    [InlineData("other@mill.example", "CreditCodeTaken")]
    public async Task What_is_taken_is_refused_before_a_password_is_hashed(string userName, string refusal)
    {
        using var hashing = new SlowHasher();
        hashing.Finish();
        await using var marketplace = await TestMarketplace.StartAsync(configure: builder => builder.Services.AddSingleton<IPasswordHasher<Account>>(hashing));
        (await marketplace.QueryAsync(Operation, new { input = Mill })).Succeeded();
        var again = Mill;
        again["userName"] = userName;
        again["creditCode"] = userName == "signatory@mill.example" ? "91330106MA27XH6H0G" : Mill["creditCode"];
        var hashed = hashing.Count;

        (await marketplace.QueryAsync(Operation, new { input = again })).Refused("registerEnterprise", refusal);

        Assert.Equal(hashed, hashing.Count);
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

    /// <summary>Hashes as usual, but only when a test lets it.</summary>
    private sealed class SlowHasher : IPasswordHasher<Account>, IDisposable
    {
        private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _mayFinish = new();

        public Task Began => _began.Task;

        public int Count { get; private set; }

        public void Finish() => _mayFinish.Set();

        public string HashPassword(Account user, string password)
        {
            Count++;
            _began.TrySetResult();
            Assert.True(_mayFinish.Wait(TimeSpan.FromMinutes(3)));
            return _hasher.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
            _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);

        public void Dispose() => _mayFinish.Dispose();
    }
}
