using IpMarketplace.Organizations;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Organizations;

public sealed class OrganizationQueriesTests
{
    [Fact]
    public async Task Organizations_are_filtered_counted_and_paged()
    {
        await using var marketplace = await TestMarketplace.StartAsync();
        await FurnishAsync(marketplace);

        var first = (await marketplace.QueryAsync(
            "organizations/organizations.graphql", new { filter = new { kinds = new[] { "ENTERPRISE" }, provinces = new[] { "33" } }, first = 2 })).Succeeded();
        Assert.Equal(("3", "企业3", "企业2", "True"),
            (first.Text("organizations.totalCount"), first.Text("organizations.nodes[0].name"), first.Text("organizations.nodes[1].name"), first.Text("organizations.pageInfo.hasNextPage")));
        var second = (await marketplace.QueryAsync("organizations/organizations.graphql",
            new { filter = new { kinds = new[] { "ENTERPRISE" }, provinces = new[] { "33" } }, first = 2, after = first.Text("organizations.pageInfo.endCursor") })).Succeeded();
        Assert.Equal((1, "企业1", "False"), (second["organizations.nodes"].GetArrayLength(), second.Text("organizations.nodes[0].name"), second.Text("organizations.pageInfo.hasNextPage")));
    }

    [Theory]
    [InlineData("西湖", "西湖理工大学")]
    [InlineData("xihu", "西湖理工大学")]
    [InlineData("企业２", "企业2")]
    public async Task A_name_is_found_in_Chinese_and_English(string text, string name)
    {
        await using var marketplace = await TestMarketplace.StartAsync();
        await FurnishAsync(marketplace);

        var answer = (await marketplace.QueryAsync("organizations/organizations.graphql", new { filter = new { text } })).Succeeded();

        Assert.Equal(("1", name), (answer.Text("organizations.totalCount"), answer.Text("organizations.nodes[0].name")));
    }

    [Fact]
    public async Task One_is_read_with_names_for_its_codes()
    {
        await using var marketplace = await TestMarketplace.StartAsync();
        await FurnishAsync(marketplace);
        var id = (await marketplace.QueryAsync("organizations/organizations.graphql", new { filter = new { text = "西湖" } })).Succeeded().Text("organizations.nodes[0].id");

        var answer = (await marketplace.QueryAsync("organizations/organization.graphql", new { id })).Succeeded();

        Assert.Equal(("Zhejiang", "国家知识产权示范高校", "2021-01-01"),
            (answer.Text("organization.region.nameEn"), answer.Text("organization.recognitions[0].kind.name"), answer.Text("organization.recognitions[0].from")));
    }

    private static async Task FurnishAsync(TestMarketplace marketplace)
    {
        await using var db = marketplace.Context();
        var university = Recorded(new("西湖理工大学", OrganizationKind.University, "Xihu University of Technology", RegionCode: "330100"));
        Assert.Null(university.Recognise(RecognitionKind.BuiltIn.Single(kind => kind.Code == "DEMONSTRATION_UNIVERSITY"), "DEMONSTRATION_UNIVERSITY", new(2021, 1, 1), null, "list"));
        db.Add(university);
        db.Add(Recorded(new("岭南企业", OrganizationKind.Enterprise, RegionCode: "440100")));
        for (var number = 1; number <= 3; number++)
        {
            db.Add(Recorded(new($"企业{number}", OrganizationKind.Enterprise, RegionCode: "330100")));
            await db.SaveChangesAsync();
        }
    }

    private static Organization Recorded(OrganizationDetails details)
    {
        Assert.Null(Organization.Record(details, out var organization));
        return organization;
    }
}
