using System.Net;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Tests.Http;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.Tests.Multipart;

/// <summary>Requests that bring files, over real HTTP to resolvers of annotated C#.</summary>
public sealed partial class MultipartTests : IAsyncLifetime
{
    private const int MaxFileSize = 200_000;
    private const string Read = """{"query":"mutation($file: Upload!) { read(file: $file) { name type length text } }","variables":{"file":null}}""";

    private HostedSchema _server = null!;

    public async Task InitializeAsync() => _server = await HostedSchema.StartAsync(
        services => services.AddGraphQLServer().AddTypes(typeof(Queries), typeof(Mutations)),
        options => (options.EnableMultipartRequests, options.MaxFiles, options.MaxFileSize, options.MaxRequestBodySize, options.MaxBatchSize) = (true, 3, MaxFileSize, 5_000, 2));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("甲.txt", "甲.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\docs\\claims.txt", "claims.txt")]
    public async Task A_file_reaches_the_resolver(string sent, string seen)
    {
        using var form = Form(Read, """{"0":["variables.file"]}""", ("0", sent, "专利"));
        var body = await AnsweredAsync(form);
        Assert.Equal("""{"data":{"read":{"name":"?","type":"text/plain; charset=utf-8","length":6,"text":"专利"}}}""".Replace("?", seen), body.GetRawText());
    }

    [Fact]
    public async Task A_large_file_lies_on_disk_while_it_is_used_and_not_longer()
    {
        var content = string.Concat(Enumerable.Range(0, MaxFileSize / 10).Select(i => $"{i:D9}\n"));
        using var form = Form("""{"query":"mutation($file: Upload!) { a: read(file: $file) { length text path } b: read(file: $file) { text } }","variables":{"file":null}}""", """{"0":["variables.file"]}""", ("0", "large.txt", content));

        var data = (await AnsweredAsync(form)).GetProperty("data");
        await _server.StopAsync();

        Assert.Equal(MaxFileSize, data.GetProperty("a").GetProperty("length").GetInt32());
        Assert.Equal(content, data.GetProperty("a").GetProperty("text").GetString());
        Assert.Equal(content, data.GetProperty("b").GetProperty("text").GetString());
        var path = data.GetProperty("a").GetProperty("path").GetString();
        Assert.StartsWith(Path.GetTempPath(), path, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Files_go_into_lists_and_nested_inputs_and_one_may_go_to_several_places()
    {
        using var form = Form(
            """{"query":"mutation($files: [Upload!]!, $input: DossierInput!) { names(files: $files) file(dossier: $input) }","variables":{"files":[null,null],"input":{"title":"t","pages":[{"scan":null},{}],"cover":null}}}""",
            """{"a":["variables.files.0","variables.input.pages.0.scan"],"b":["variables.files.1"],"c":["variables.input.cover"]}""",
            ("a", "a.txt", "A"), ("b", "b.txt", "B"), ("c", "c.txt", "C"));
        Assert.Equal("""{"data":{"names":["a.txt","b.txt"],"file":"t: c.txt, a.txt, none"}}""", (await AnsweredAsync(form)).GetRawText());
    }

    [Fact]
    public async Task Files_go_to_the_requests_of_a_list()
    {
        using var form = Form($"[{Read},{Read}]", """{"0":["0.variables.file"],"1":["1.variables.file"]}""", ("0", "x.txt", "X"), ("1", "y.txt", "Y"));
        var answers = await AnsweredAsync(form);
        Assert.Equal(["X", "Y"], answers.EnumerateArray().Select(answer => answer.GetProperty("data").GetProperty("read").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Needs_a_header_that_no_page_of_another_site_can_send()
    {
        using var form = Form(Read, """{"0":["variables.file"]}""", ("0", "a.txt", "A"));
        await RefusedAsync(form, HttpStatusCode.BadRequest, "PREFLIGHT_REQUIRED", "GraphQL-Preflight: 1", preflight: false);
    }

    [Fact]
    public async Task Is_refused_like_any_form_unless_enabled()
    {
        await using var server = await HostedSchema.StartAsync(services => services.AddGraphQLServer().AddTypes(typeof(Queries)));
        using var form = Form("""{"query":"{ __typename }"}""", "{}");
        using var response = await SendAsync(server, form);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"1":["variables.file"]}""", "The part \"0\" is not in \"map\".")]
    [InlineData("""{"0":["variables.file"],"1":[]}""", "\"map\" names the file \"1\", but there is no such part.")]
    [InlineData("""{"0":["variables.other"]}""", "\"map\" puts the file \"0\" at \"variables.other\", but")]
    [InlineData("""{"0":["variables.file.x"]}""", "at \"variables.file.x\"")]
    [InlineData("""{"0":["query"]}""", "at \"query\"")]
    [InlineData("""{"0":["0.variables.file"]}""", "at \"0.variables.file\"")]
    [InlineData("""{"0":"variables.file"}""", "gives each file a list of paths")]
    [InlineData("""{"0":[7]}""", "gives each file a list of paths")]
    [InlineData("""{"0":[],"0":[]}""", "\"map\" is not valid JSON, or names a member twice")]
    [InlineData("[]", "gives each file a list of paths")]
    [InlineData("nothing", "\"map\" is not valid JSON")]
    public async Task A_wrong_map_is_refused_with_what_is_wrong(string map, string reason)
    {
        using var form = Form(Read, map, ("0", "a.txt", "A"));
        await RefusedAsync(form, HttpStatusCode.BadRequest, "BAD_REQUEST", reason);
    }

    [Fact]
    public async Task The_parts_come_in_the_order_of_the_specification()
    {
        using var form = new MultipartFormDataContent { { new StringContent("{}"), "map" }, { new StringContent(Read), "operations" } };
        await RefusedAsync(form, HttpStatusCode.BadRequest, "BAD_REQUEST", "\"operations\" is not where it should be");
        using var without = new MultipartFormDataContent { { new StringContent(Read), "operations" } };
        await RefusedAsync(without, HttpStatusCode.BadRequest, "BAD_REQUEST", "\"map\" is not where it should be");
        using var twice = Form(Read, """{"0":["variables.file"]}""", ("0", "a.txt", "A"), ("0", "b.txt", "B"));
        await RefusedAsync(twice, HttpStatusCode.BadRequest, "BAD_REQUEST", "The part \"0\" is sent twice.");
    }

    [Fact]
    public async Task Files_are_limited_in_number_and_size()
    {
        using var large = Form(Read, """{"0":["variables.file"]}""", ("0", "a.txt", new string('x', MaxFileSize + 1)));
        await RefusedAsync(large, HttpStatusCode.RequestEntityTooLarge, "FILE_SIZE_LIMIT_EXCEEDED", $"The file \"a.txt\" is larger than {MaxFileSize} bytes.");
        using var many = Form(Read, """{"0":[],"1":[],"2":[],"3":[]}""");
        await RefusedAsync(many, HttpStatusCode.RequestEntityTooLarge, "FILE_LIMIT_EXCEEDED", "\"map\" names 4 files; at most 3 are taken.");
        using var wordy = Form(Read + new string(' ', 5_000), "{}");
        await RefusedAsync(wordy, HttpStatusCode.RequestEntityTooLarge, "BODY_LIMIT_EXCEEDED", "\"operations\" is larger than 5000 bytes.");
    }

    [Theory]
    [InlineData("multipart/form-data", "names its boundary")]
    [InlineData("multipart/form-data; boundary=other", "cannot be read")]
    public async Task A_body_that_is_no_form_is_refused(string contentType, string reason)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("--x\r\nno form"));
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);
        await RefusedAsync(body, HttpStatusCode.BadRequest, "BAD_REQUEST", reason);
    }

    [Fact]
    public async Task A_text_is_no_file()
    {
        using var form = Form(Read.Replace("null", "\"a.txt\""), "{}");
        var error = (await AnsweredAsync(form)).GetProperty("errors")[0];
        Assert.Equal("Variable $file: Upload takes a file of a multipart request, not \"a.txt\".", error.GetProperty("message").GetString());
        Assert.Equal("INVALID_VARIABLE", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    private static MultipartFormDataContent Form(string operations, string map, params (string Part, string Name, string Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(operations), "operations" }, { new StringContent(map), "map" } };
        foreach (var (part, name, content) in files)
        {
            form.Add(new StringContent(content), part, name);
        }
        return form;
    }

    private async Task<JsonElement> AnsweredAsync(HttpContent form)
    {
        using var response = await SendAsync(_server, form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    private async Task RefusedAsync(HttpContent form, HttpStatusCode status, string code, string reason, bool preflight = true)
    {
        using var response = await SendAsync(_server, form, preflight);
        var error = Assert.Single(JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("errors").EnumerateArray());
        Assert.Contains(reason, error.GetProperty("message").GetString());
        Assert.Equal((status, code), (response.StatusCode, error.GetProperty("extensions").GetProperty("code").GetString()));
    }

    private static Task<HttpResponseMessage> SendAsync(HostedSchema server, HttpContent form, bool preflight = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, string.Empty) { Content = form };
        if (preflight)
        {
            request.Headers.Add("GraphQL-Preflight", "1");
        }
        return server.Client.SendAsync(request);
    }

    public sealed record FileRead(string Name, string? Type, int Length, string Text, string? Path);

    public sealed record DossierInput(string Title, IFile Cover, IReadOnlyList<PageInput> Pages);

    public sealed record PageInput(IFile? Scan);

    [QueryType]
    internal static partial class Queries
    {
        public static string Hello() => "hello";
    }

    [MutationType]
    internal static partial class Mutations
    {
        [UseMutationConvention(Disable = true)]
        public static async Task<FileRead> ReadAsync(IFile file, CancellationToken ct)
        {
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, ct);
            await using var content = file.OpenReadStream();
            return new FileRead(file.Name, file.ContentType, (int)file.Length, Encoding.UTF8.GetString(copy.ToArray()), (content as FileStream)?.Name);
        }

        [UseMutationConvention(Disable = true)]
        public static IReadOnlyList<string> Names(IReadOnlyList<IFile> files) => [.. files.Select(file => file.Name)];

        [UseMutationConvention(Disable = true)]
        public static string File(DossierInput dossier) =>
            $"{dossier.Title}: {string.Join(", ", dossier.Pages.Select(page => page.Scan?.Name ?? "none").Prepend(dossier.Cover.Name))}";
    }
}
