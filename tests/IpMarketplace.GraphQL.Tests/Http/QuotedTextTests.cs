using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Tests.Building.Bookshop;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Http;

/// <summary>However long what a client sends is, messages quote a short piece of it.</summary>
public sealed class QuotedTextTests : IAsyncLifetime
{
    private const int LongestMessage = 1_100;

    private static readonly string Long = new('x', 100_000);

    private HostedSchema _server = null!;

    public static TheoryData<string> Bodies =>
    [
        """{"documentId":"?"}""",
        """{"documentId":"sha256:?"}""",
        """{"query":"{ __typename }","operationName":"?"}""",
        """{"query":"{ ? }"}""",
        """{"query":"{ __typename ?"}""",
        """{"query":"query($?: Int) { __typename }"}""",
        """{"query":"query($a: ?) { __typename }"}""",
        """{"query":"{ ...? }"}""",
        """{"query":"{ node(id: \"?\") { id } }"}""",
        """{"query":"{ node(id: {?: 1}) { id } }"}""",
        """{"query":"query($id: ID!) { node(id: $id) { id } }","variables":{"id":"?"}}""",
        """{"query":"query($id: ID!) { node(id: $id) { id } }","variables":{"id":["?"]}}""",
        """{"query":"{ author(id: \"?\") { name } }"}""",
        """{"query":"query($id: ID!) { author(id: $id) { name } }","variables":{"id":{"?":"?"}}}""",
        """{"query":"mutation($i: SetPriceInput!) { setPrice(input: $i) { __typename } }","variables":{"i":{"?":1}}}""",
        """{"query":"mutation($i: SetPriceInput!) { setPrice(input: $i) { __typename } }","variables":{"i":"?"}}""",
        """{"query":"query($?: Int!) { a: __typename @skip(if: true) b: books(first: $?) { nodes { title } } }","variables":{"?":"?"}}""",
    ];

    public async Task InitializeAsync() => _server = await HostedSchema.StartAsync(services => BookshopSchema.AddTo(services.AddSingleton<Stock>()));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_message_stays_short(string body)
    {
        using var content = new StringContent(body.Replace("?", Long, StringComparison.Ordinal), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await _server.Client.PostAsync("", content);
        var errors = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");

        Assert.All(errors.EnumerateArray(), error => Assert.InRange(error.GetProperty("message").GetString()!.Length, 1, LongestMessage));
    }

    [Fact]
    public async Task A_compressed_body_is_refused_as_such()
    {
        using var content = new ByteArrayContent([0x1f, 0x8b, 8, 0]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await _server.Client.PostAsync("", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("must not be compressed; its Content-Encoding is \\\"gzip\\\".", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
