using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IpMarketplace.GraphQL.Tests.Conformance;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Tests.Fuzzing;

/// <summary>Random HTTP requests, as bytes.</summary>
internal sealed class RequestGenerator
{
    private const string Form =
        "--b\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"query($v: Any) { echoAny(v: $v) }\",\"variables\":{\"v\":null}}\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n{\"0\":[\"variables.v\"]}\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"0\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\ncontent\r\n--b--\r\n";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Methods = ["GET", "POST", "PUT", "HEAD", "OPTIONS", "get", "QUERY"];

    private static readonly string[] Headers =
    [
        "Accept: */*", "Accept: application/graphql-response+json", "Accept: application/json;q=0.1, application/graphql-response+json;q=1", "Accept: text/html",
        "Accept: text/event-stream", "Accept: ;;;", "Accept: application/json;q=9", "Content-Type: application/json", "Content-Type: application/json; charset=utf-16",
        "Content-Type: multipart/form-data; boundary=b", "Content-Type: multipart/form-data", "Content-Type: text/plain", "Content-Type:", "GraphQL-Preflight: 1",
        "Content-Encoding: gzip", "Authorization: Bearer x", "Expect: 100-continue", "X-Long: " + new string('x', 5_000), "Cookie: a=b; c",
    ];

    private readonly Schema _schema;
    private readonly byte[][] _operations;

    public RequestGenerator(Schema schema)
    {
        _schema = schema;
        _operations =
        [
            .. ConformanceCases.ReadAll<ExecutionFile>("execution").Values.SelectMany(file => file.Cases)
                .Select(@case => Encoding.UTF8.GetBytes(@case.Query)).Where(query => query.Length < 2_000),
        ];
    }

    public byte[] Generate(Random random) => random.Next(20) switch
    {
        < 9 => OverGrammar(random),
        < 14 => MutatedOperation(random),
        < 17 => Post(Encoding.UTF8.GetBytes(JsonGenerator.Body(random))),
        < 18 => Post(ByteMutator.OfJson.Mutate(Encoding.UTF8.GetBytes(JsonGenerator.Body(random)), random)),
        < 19 => RandomHeaders(random),
        _ => Multipart(random),
    };

    private byte[] OverGrammar(Random random)
    {
        var (document, variables) = new DocumentGenerator(_schema, random).Generate();
        return Post(Encoding.UTF8.GetBytes($"{{\"query\":{Quote(document)},\"variables\":{variables}}}"), document.StartsWith("query", StringComparison.Ordinal) && random.Next(10) == 0);
    }

    // The bytes stand in a JSON string: what would end it is escaped, all else is sent as it is, UTF-8 or not.
    private byte[] MutatedOperation(Random random)
    {
        var document = ByteMutator.OfDocuments.Mutate(_operations[random.Next(_operations.Length)], random);
        var body = new List<byte>("{\"query\":\""u8.ToArray());
        foreach (var letter in document)
        {
            body.AddRange(letter is (byte)'"' or (byte)'\\' ? [(byte)'\\', letter] : letter < 0x20 ? Encoding.ASCII.GetBytes($"\\u{letter:x4}") : [letter]);
        }
        body.AddRange("\"}"u8);
        return Post([.. body]);
    }

    private static byte[] RandomHeaders(Random random)
    {
        var body = Encoding.UTF8.GetBytes(JsonGenerator.Body(random));
        var method = Methods[random.Next(Methods.Length)];
        var path = random.Next(3) == 0 ? "/graphql" : $"/graphql?query={Uri.EscapeDataString("{ hello }")}&variables={Uri.EscapeDataString(JsonGenerator.Value(random, 2))}";
        var head = $"{method} {path} HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Headers[random.Next(Headers.Length)] + "\r\n"))}";
        // A few changed bytes may make the rest of the message one that waits for more; the connection is closed after it.
        return random.Next(2) == 0
            ? Message(head, body)
            : [.. ByteMutator.OfMessages.Mutate(Encoding.ASCII.GetBytes(head), random), .. "Connection: close\r\nContent-Length: 0\r\n\r\n"u8];
    }

    private static byte[] Multipart(Random random) => Message(
        "POST /graphql HTTP/1.1\r\nHost: a\r\nGraphQL-Preflight: 1\r\nContent-Type: multipart/form-data; boundary=b\r\n",
        ByteMutator.OfMessages.Mutate(Encoding.UTF8.GetBytes(Form), random));

    private static byte[] Post(byte[] body, bool asEvents = false) =>
        Message($"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAccept: {(asEvents ? "text/event-stream" : "application/graphql-response+json")}\r\n", body);

    private static byte[] Message(string head, byte[] body) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head}Content-Length: {body.Length}\r\n\r\n")), .. body];

    private static string Quote(string text) => JsonSerializer.Serialize(text, Readable);
}
