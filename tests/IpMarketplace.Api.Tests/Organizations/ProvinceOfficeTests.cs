using System.Text.Json;
using IpMarketplace.Api.Tests.Demo;

namespace IpMarketplace.Api.Tests.Organizations;

/// <summary>A province office watches over the organizations of its province, not over every one (GI-07).</summary>
[Collection(DemoMarketplaceTests.Name)]
public sealed class ProvinceOfficeTests(DemoMarketplace demo)
{
    private const string Licences = "{ licences(first: 100) { nodes { licensor { province } licensee { province } } } }";
    private const string Requests = "{ licenceRequests(first: 100) { nodes { patentee { province } licensee { province } } } }";
    private const string Declarations = "{ openLicences(first: 100, filter: { states: [INTERNAL_REVIEW, READY, FILED, CORRECTION, REFUSED] }) { nodes { patentee { province } } } }";
    private const string Listings = "{ listings(first: 100, filter: { states: [IN_REVIEW, REJECTED, SUSPENDED, CLOSED] }) { nodes { organization { province } } } }";

    [Theory]
    [InlineData("licences", Licences)]
    [InlineData("licenceRequests", Requests)]
    [InlineData("openLicences", Declarations)]
    [InlineData("listings", Listings)]
    public async Task What_is_not_public_it_sees_of_its_own_province_only(string field, string query) =>
        Assert.All(await SeenAsync(field, query, "admin@zhejiang.demo"), Assert.True);

    [Theory]
    [InlineData("licences", Licences)]
    [InlineData("licenceRequests", Requests)]
    public async Task The_national_office_sees_what_the_office_of_Zhejiang_does_not(string field, string query)
    {
        Assert.Contains(true, await SeenAsync(field, query, "admin@zhejiang.demo"));
        Assert.Contains(false, await SeenAsync(field, query, "admin@national.demo"));
    }

    // For everything seen, whether one of its organizations is in Zhejiang.
    private async Task<List<bool>> SeenAsync(string field, string query, string user) =>
        [.. (await demo.Server.QueryAsync(query, user: user)).Succeeded()[$"{field}.nodes"].EnumerateArray()
            .Select(node => node.EnumerateObject().Any(party => party.Value.ValueKind == JsonValueKind.Object && party.Value.GetProperty("province").GetString() == "33"))];
}
