
namespace IpMarketplace.Api.Tests.Patents;

public sealed class PatentQueriesTests
{
    [Fact]
    public async Task Everyone_reads_a_public_record_and_natural_persons_are_not_named_GI_10()
    {
        await using var office = await PatentOffice.OpenAsync();

        var answer = (await office.Marketplace.QueryAsync("patents/patent.graphql", new { id = await office.IdOfAsync(PatentOffice.Battery) })).Succeeded();

        Assert.Equal(
            ("202010123456.2", "INVENTION", "IN_FORCE", "2040-03-14", "摘要"),
            (answer.Text("patent.number"), answer.Text("patent.kind"), answer.Text("patent.status"), answer.Text("patent.expiryDate"), answer.Text("patent.abstract")));
        Assert.Equal(("西湖理工大学", "33", "UNIVERSITY"), (answer.Text("patent.owners[0].organization.name"), answer.Text("patent.owners[0].province"), answer.Text("patent.owners[0].kind")));
        Assert.Equal(("自然人", System.Text.Json.JsonValueKind.Null), (answer.Text("patent.owners[1].name"), answer["patent.owners[1].organization"].ValueKind));
        Assert.Equal(("1", "H", "Electricity"), (answer.Text("patent.field.number"), answer.Text("patent.ipc[0].term.code"), answer.Text("patent.ipc[0].term.nameEn")));
        Assert.Equal(0, answer["patent.allowedActions"].GetArrayLength());
    }

    [Theory]
    [InlineData("ZL202010123456.2")]
    [InlineData("cn 2020 1 0123456.2")]
    [InlineData("2020101234562")]
    public async Task A_number_is_found_in_any_usual_spelling(string number)
    {
        await using var office = await PatentOffice.OpenAsync();
        Assert.Equal("202010123456.2", (await office.Marketplace.QueryAsync("patents/patentByNumber.graphql", new { number })).Succeeded().Text("patentByNumber.number"));
    }

    [Fact]
    public async Task A_malformed_number_or_id_is_a_fault_of_the_request()
    {
        await using var office = await PatentOffice.OpenAsync();

        var number = (await office.Marketplace.QueryAsync("patents/patentByNumber.graphql", new { number = "202010123456.3" })).Faulted("INVALID_ARGUMENT");
        Assert.Equal("number: The check digit of 202010123456 is 2, not 3.", number.GetProperty("message").GetString());
        (await office.Marketplace.QueryAsync("patents/patent.graphql", new { id = "garbage" })).Faulted("INVALID_ID");
        var organization = (await office.Marketplace.QueryAsync("organizations/organizations.graphql")).Succeeded().Text("organizations.nodes[0].id");
        (await office.Marketplace.QueryAsync("patents/patent.graphql", new { id = organization })).Faulted("INVALID_ID");
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(PatentOffice.ForeignOfficer, false)]
    [InlineData(PatentOffice.Signatory, false)]
    [InlineData(PatentOffice.Officer, true)]
    [InlineData(PatentOffice.National, true)]
    public async Task An_application_is_its_owners_alone_until_it_is_published(string? user, bool isFound)
    {
        await using var office = await PatentOffice.OpenAsync();
        var id = await office.IdOfAsync(PatentOffice.Unpublished);

        var answer = (await office.Marketplace.QueryAsync("query($id: ID!) { patent(id: $id) { title } node(id: $id) { id } }", new { id }, user)).Succeeded();

        var kind = isFound ? System.Text.Json.JsonValueKind.Object : System.Text.Json.JsonValueKind.Null;
        Assert.Equal((kind, kind), (answer["patent"].ValueKind, answer["node"].ValueKind));
    }
}
