using IpMarketplace.Api.Tests.Demo;
using IpMarketplace.Licensing;
using IpMarketplace.Licensing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Api.Tests.Statistics;

/// <summary>The statistics of the demo over HTTP, for each kind of reader.</summary>
[Collection(DemoMarketplaceTests.Name)]
public sealed class StatisticsOverHttpTests(DemoMarketplace demo)
{
    private static readonly DateTimeOffset Start = new(2024, 12, 31, 16, 0, 0, TimeSpan.Zero), End = new(2025, 12, 31, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_visitor_reads_the_public_part()
    {
        var answer = (await demo.Server.QueryAsync("statistics/statistics.graphql")).Succeeded();
        await using var db = demo.Context();
        var counted = await CountedAsync(db.Licences);
        Assert.Equal(counted, answer["statistics.transactions.value"].GetDecimal());
        Assert.Equal("ST-40", answer.Text("statistics.transactions.indicator.code"));
        Assert.Equal("CONTRACT", answer.Text("statistics.transactions.indicator.unit"));
        Assert.False(answer["statistics.transactions.suppressed"].GetBoolean());
    }

    [Fact]
    public async Task A_visitor_does_not_see_small_numbers()
    {
        var filter = new { ipcSection = "A", patentKind = "DESIGN" };
        var small = (await demo.Server.QueryAsync("statistics/statistics.graphql", new { filter = new { field = 28 } })).Succeeded();
        Assert.True(small["statistics.transactions.suppressed"].GetBoolean());
        Assert.Equal("", small.Text("statistics.transactions.value"));
        var none = (await demo.Server.QueryAsync("statistics/statistics.graphql", new { filter })).Succeeded();
        Assert.Equal(0, none["statistics.transactions.value"].GetDecimal());
    }

    [Theory]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    [InlineData("officer@qinghe.demo", "AUTH_NOT_AUTHORIZED")]
    [InlineData("signatory@yunshu.demo", "AUTH_NOT_AUTHORIZED")]
    public async Task What_tells_of_single_parties_is_for_administrators(string? user, string code)
    {
        var answer = await demo.Server.QueryAsync("statistics/administrator-statistics.graphql", user: user);
        Assert.All(answer.Faults, fault => Assert.Equal(code, fault.GetProperty("extensions").GetProperty("code").GetString()));
        Assert.NotEmpty(answer.Faults);
    }

    [Fact]
    public async Task The_national_office_reads_everything_and_it_adds_up()
    {
        var answer = (await demo.Server.QueryAsync("statistics/administrator-statistics.graphql", user: "admin@national.demo")).Succeeded();
        await using var db = demo.Context();
        var counted = await CountedAsync(db.Licences);
        Assert.Equal(counted, answer["statistics.transactions.value"].GetDecimal());
        Assert.Equal(counted, answer["statistics.provinceFlows"].EnumerateArray().Sum(flow => flow.GetProperty("contracts").GetInt32()));
        Assert.Equal(counted, answer["statistics.paymentFormShare.parts"].EnumerateArray().Sum(part => part.GetProperty("value").GetDecimal()));
        Assert.True(answer["statistics.contractAmount.value"].GetDecimal() > 0);
        Assert.InRange(answer["statistics.demonstrationShare.value"].GetDecimal(), 0.1m, 0.9m);
    }

    [Fact]
    public async Task A_province_office_reads_its_own_province_only()
    {
        const string user = "admin@zhejiang.demo";
        var own = (await demo.Server.QueryAsync("statistics/administrator-statistics.graphql", user: user)).Succeeded();
        Assert.Equal("33", own.Text("statistics.filters.province"));
        Assert.All(own["statistics.provinceFlows"].EnumerateArray(), flow => Assert.Equal("33", flow.GetProperty("from").GetString()));

        var other = await demo.Server.QueryAsync("statistics/administrator-statistics.graphql", new { filter = new { province = "44" } }, user);
        Assert.Equal("AUTH_NOT_AUTHORIZED", Assert.Single(other.Faults).GetProperty("extensions").GetProperty("code").GetString());
    }

    /// <summary>The licences of 2025 that count: not void, and none of its patents marked.</summary>
    private static Task<int> CountedAsync(IQueryable<Licence> licences) => licences
        .CountAsync(licence => licence.State != LicenceState.Voided && licence.EffectiveAt >= Start && licence.EffectiveAt < End
            && !licence.Number.StartsWith("ZL201819000084.4"));
}
