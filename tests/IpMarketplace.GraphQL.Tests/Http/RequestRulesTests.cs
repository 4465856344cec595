using System.Net;
using System.Text;
using static IpMarketplace.GraphQL.Tests.Http.GraphQLServer;

namespace IpMarketplace.GraphQL.Tests.Http;

/// <summary>What the server takes as a request (GraphQL over HTTP, "Request").</summary>
public sealed class RequestRulesTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    public async Task Takes_json_in_utf8(string contentType)
    {
        var (status, body) = await ReadAsync(server.PostAsync("""{"query":"{ hello(name: \"专利\") }"}""", contentType: contentType));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("hello 专利", body.GetProperty("data").GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Takes_no_other_body_so_that_no_form_of_another_site_can_mutate(string? contentType)
    {
        var (status, body) = await ReadAsync(server.PostAsync("""{"query":"mutation { shout }"}""", contentType: contentType));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Contains("application/json", body.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(0, server.Shouts);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("""{"query":"{ hello }"} x""", "not valid JSON")]
    [InlineData("7", "must be a JSON object")]
    [InlineData("""[{"query":"{ hello }"}]""", "batches")]
    [InlineData("{}", "no \"query\"")]
    [InlineData("""{"query":null}""", "no \"query\"")]
    [InlineData("""{"query":7}""", "\"query\" must be a string")]
    [InlineData("""{"query":["{ hello }"]}""", "\"query\" must be a string")]
    [InlineData("""{"query":"{ hello }","operationName":7}""", "\"operationName\" must be a string")]
    [InlineData("""{"query":"{ hello }","operationName":{}}""", "\"operationName\" must be a string")]
    [InlineData("""{"query":"{ hello }","variables":"{}"}""", "\"variables\" must be an object")]
    [InlineData("""{"query":"{ hello }","variables":[]}""", "\"variables\" must be an object")]
    [InlineData("""{"query":"{ hello }","extensions":1}""", "\"extensions\" must be an object")]
    [InlineData("""{"query":"{ hello }","extensions":{"a":"\uD83D"}}""", "\"extensions\" holds a string that is no text")]
    [InlineData("""{"query":"\uDC00"}""", "\"query\" holds a string that is no text")]
    [InlineData("""{"query":"{ hello }","operationName":"\uD83D"}""", "\"operationName\" holds a string that is no text")]
    [InlineData("""{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"\uD83Dx"}}""", "The variables hold a string that is no text")]
    [InlineData("""{"query":"{ hello }","\uD83D":1}""", "The name of a member holds a surrogate")]
    [InlineData("""{"documentId":7}""", "\"documentId\" must be a string")]
    [InlineData("""{"documentId":null}""", "no \"query\"")]
    [InlineData("""{"query":"{ hello }","documentId":"a"}""", "either sends a document or names one")]
    [InlineData("""{"extensions":{}}""", "neither sends a document nor names one")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"a"}}}""", "version must be 1")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1}}}""", "sha256Hash must be a string")]
    public async Task Refuses_a_malformed_body_with_400_and_says_what_is_wrong(string malformed, string reason)
    {
        foreach (var accept in new[] { Json, GraphQLResponse })
        {
            var (status, body) = await ReadAsync(server.PostAsync(malformed, accept));
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(reason, body.GetProperty("errors")[0].GetProperty("message").GetString());
            Assert.Equal("BAD_REQUEST", body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
            Assert.False(body.TryGetProperty("data", out _));
        }
    }

    [Theory]
    [InlineData("""{"query":"{ hello }","operationName":null,"variables":null,"extensions":null}""")]
    [InlineData("""{"query":"query A { hello } query B { later }","operationName":"A","variables":{},"extensions":{"a":1},"unknown":[{}]}""")]
    [InlineData("""{"id":7,"query":"{ hello }"}""")]
    [InlineData("""{"id":{"a":[]},"query":"{ hello }"}""")]
    [InlineData("""{"query":"{ hello }","id":"the client's own"}""")]
    [InlineData("""{"variables":{"n":null},"query":"query($n: String) {\n\thello(name: $n) }"}""")]
    public async Task Takes_every_member_in_any_order_and_null_for_absent(string body)
    {
        var (status, answer) = await ReadAsync(server.PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("hello world", answer.GetProperty("data").GetProperty("hello").GetString());
    }

    [Fact]
    public async Task Refuses_a_body_over_the_limit()
    {
        var (status, body) = await ReadAsync(server.PostAsync("""{"query":"{ hello } #""" + new string('x', 10_000) + "\"}"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal(
            """[{"message":"The request body is larger than 10000 bytes.","extensions":{"code":"BODY_LIMIT_EXCEEDED","limit":10000}}]""",
            body.GetProperty("errors").GetRawText());
    }

    [Fact]
    public async Task Takes_a_body_that_comes_in_pieces()
    {
        using var content = new PiecewiseContent("""{"query":"query($n: String!) { hello(name: $n) }","variables":{"n":"pieces"}}""");
        var (_, body) = await ReadAsync(server.Client.PostAsync(string.Empty, content));
        Assert.Equal("hello pieces", body.GetProperty("data").GetProperty("hello").GetString());
    }

    [Fact]
    public async Task Takes_a_query_by_get_with_its_parameters()
    {
        var query = Uri.EscapeDataString("query A($n: String) { hello(name: $n) }");
        var (status, body) = await ReadAsync(server.GetAsync($"query={query}&operationName=A&variables={Uri.EscapeDataString("""{"n":"利"}""")}"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("hello 利", body.GetProperty("data").GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData("", "no \"query\"")]
    [InlineData("query=%7Bhello%7D&variables=7", "\"variables\" must be a JSON object")]
    [InlineData("query=%7Bhello%7D&variables=%7B", "\"variables\" must be a JSON object")]
    [InlineData("query=%7Bhello%7D&extensions=%5B%5D", "\"extensions\" must be a JSON object")]
    [InlineData("query=%7Bhello%7D&query=%7Blater%7D", "\"query\" is given more than once")]
    [InlineData("query=%7Bhello%7D&variables=%7B%22a%22:%22%5CuD83D%22%7D", "\"variables\" must be a JSON object")]
    public async Task Refuses_malformed_parameters(string parameters, string reason)
    {
        var (status, body) = await ReadAsync(server.GetAsync(parameters));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(reason, body.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphQLResponse)]
    public async Task Never_mutates_by_get(string accept)
    {
        using var response = await server.GetAsync("query=mutation%7Bshout%7D", accept);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", response.Content.Headers.Allow.Single());
        Assert.Equal(0, server.Shouts);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Answers_any_other_method_with_405_and_those_it_takes(string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), string.Empty);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["CONNECT", "GET", "POST"], response.Content.Headers.Allow.Order()); // CONNECT: sockets over HTTP/2 (RFC 8441)
    }

    private sealed class PiecewiseContent : HttpContent
    {
        private readonly byte[] _bytes;

        public PiecewiseContent(string json)
        {
            _bytes = Encoding.UTF8.GetBytes(json);
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var piece in _bytes.Chunk(7))
            {
                await stream.WriteAsync(piece);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
