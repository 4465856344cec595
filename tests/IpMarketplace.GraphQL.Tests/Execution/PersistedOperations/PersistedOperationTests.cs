using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Execution.PersistedOperations;
using IpMarketplace.GraphQL.Results;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution.PersistedOperations;

/// <summary>Requests that name their document instead of sending it.</summary>
public sealed partial class PersistedOperationTests : IDisposable
{
    private const string Text = "query Greet($name: String!) { greet(name: $name) }";
    private const string Hash = "2eb8eebcd8f84cf84ef0a6c5e5c9ae5e6b1ec5a2a2a9b0cf3f3b0f3a4e3f5f10";

    private readonly string _folder = Directory.CreateTempSubdirectory("operations-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_registered_document_is_known_by_its_file_and_by_its_hash()
    {
        Write("people/greet.graphql", Text);
        await using var services = Services(server => server.AddFileSystemOperationDocumentStorage(_folder));
        var hash = RegisteredDocuments.Sha256(Encoding.UTF8.GetBytes(Text));

        foreach (var id in new[] { "greet", hash, "sha256:" + hash })
        {
            Assert.Equal("""{"data":{"greet":"hello 利"}}""", await AskAsync(services, new OperationRequest { DocumentId = id, Variables = Variables("利") }));
        }
        Assert.Equal("""{"data":{"greet":"hello 利"}}""", await AskAsync(services, new OperationRequest { Extensions = Persisted(hash), Variables = Variables("利") }));
    }

    [Fact]
    public async Task An_unknown_id_is_refused_by_name()
    {
        await using var services = Services(_ => { });
        Assert.Equal(
            """{"errors":[{"message":"There is no document \u0022farewell\u0022.","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""".Replace("\\u0022", "\\\""),
            await AskAsync(services, new OperationRequest { DocumentId = "farewell" }));
    }

    [Fact]
    public void Faulty_documents_stop_the_start_with_a_sentence_for_each()
    {
        Write("a/greet.graphql", Text);
        Write("b/greet.graphql", "{ __typename }");
        Write("b/part.graphql", "{ greet(name: \"x\") ");
        Write("c/wrong.graphql", "{\n  unknown\n}");
        using var services = Services(server => server.AddFileSystemOperationDocumentStorage(_folder));

        var refused = Assert.Throws<OperationDocumentException>(services.GetRequiredService<IRequestExecutor>);

        Assert.Collection(
            refused.Problems,
            problem => Assert.Equal($"{Path("b/greet.graphql")}: the name \"greet\" is that of {Path("a/greet.graphql")} already.", problem),
            problem => Assert.StartsWith($"{Path("b/part.graphql")}:1:20: Expect", problem),
            problem => Assert.Equal($"{Path("c/wrong.graphql")}:2:3: Cannot query field \"unknown\" on type \"Query\".", problem));
    }

    [Theory]
    [InlineData("", "holds no *.graphql file")]
    [InlineData("missing", "cannot be read")]
    public void A_folder_without_documents_stops_the_start(string below, string reason)
    {
        using var services = Services(server => server.AddFileSystemOperationDocumentStorage(Path(below)));
        var refused = Assert.Throws<OperationDocumentException>(services.GetRequiredService<IRequestExecutor>);
        Assert.Contains(reason, Assert.Single(refused.Problems));
        Assert.Contains(Path(below), refused.Message);
    }

    [Fact]
    public async Task Where_registered_documents_alone_are_taken_no_text_is()
    {
        Write("greet.graphql", Text);
        await using var services = Services(server => server
            .AddFileSystemOperationDocumentStorage(_folder)
            .UseAutomaticPersistedOperationPipeline()
            .ModifyRequestOptions(options => options.PersistedOperations.OnlyAllowPersistedDocuments = true));
        var hash = RegisteredDocuments.Sha256("{ __typename }"u8);

        Assert.Equal("PERSISTED_DOCUMENT_REQUIRED", CodeIn(await AskAsync(services, OperationRequest.FromText(Text, """{"name":"x"}"""))));
        Assert.Equal("PERSISTED_DOCUMENT_REQUIRED", CodeIn(await AskAsync(services, new OperationRequest { Document = "{ __typename }"u8.ToArray(), Extensions = Persisted(hash) })));
        Assert.Equal("PERSISTED_QUERY_NOT_SUPPORTED", CodeIn(await AskAsync(services, new OperationRequest { Extensions = Persisted(hash) })));
        Assert.Equal("BAD_REQUEST", CodeIn(await AskAsync(services, new OperationRequest())));
        Assert.Equal("""{"data":{"greet":"hello x"}}""", await AskAsync(services, new OperationRequest { DocumentId = "greet", Variables = Variables("x") }));
    }

    [Fact]
    public async Task A_document_is_added_by_sending_it_once_with_its_hash()
    {
        await using var services = Services(server => server.UseAutomaticPersistedOperationPipeline());
        var hash = RegisteredDocuments.Sha256(Encoding.UTF8.GetBytes(Text));
        var byHash = new OperationRequest { Extensions = Persisted(hash), Variables = Variables("x") };
        var both = new OperationRequest { Document = Encoding.UTF8.GetBytes(Text), Extensions = Persisted(hash), Variables = Variables("x") };

        var before = await AskAsync(services, byHash);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", CodeIn(before));
        Assert.Contains("\"PersistedQueryNotFound\"", before);
        Assert.Equal("""{"data":{"greet":"hello x"}}""", await AskAsync(services, both));
        Assert.Equal("""{"data":{"greet":"hello x"}}""", await AskAsync(services, byHash));
        Assert.Equal("""{"data":{"greet":"hello x"}}""", await AskAsync(services, new OperationRequest { DocumentId = $"sha256:{hash}", Variables = Variables("x") }));
    }

    [Fact]
    public async Task A_document_that_is_not_the_one_of_the_hash_is_neither_run_nor_kept()
    {
        await using var services = Services(server => server.UseAutomaticPersistedOperationPipeline());
        Assert.Equal("PERSISTED_QUERY_HASH_MISMATCH", CodeIn(await AskAsync(services, new OperationRequest { Document = "{ __typename }"u8.ToArray(), Extensions = Persisted(Hash) })));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", CodeIn(await AskAsync(services, new OperationRequest { Extensions = Persisted(Hash) })));
    }

    [Fact]
    public async Task An_invalid_document_is_not_kept()
    {
        await using var services = Services(server => server.UseAutomaticPersistedOperationPipeline());
        var hash = RegisteredDocuments.Sha256("{ unknown }"u8);
        Assert.Equal("VALIDATION_FAILED", CodeIn(await AskAsync(services, new OperationRequest { Document = "{ unknown }"u8.ToArray(), Extensions = Persisted(hash) })));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", CodeIn(await AskAsync(services, new OperationRequest { Extensions = Persisted(hash) })));
    }

    [Fact]
    public async Task Documents_that_clients_add_take_bounded_memory()
    {
        await using var services = Services(server => server
            .UseAutomaticPersistedOperationPipeline()
            .ModifyRequestOptions(options => options.PersistedOperations.AutomaticPersistedOperationCacheSize = 180_000));
        var hashes = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var text = Encoding.UTF8.GetBytes($"{{ a{i}: __typename }}");
            hashes.Add(RegisteredDocuments.Sha256(text));
            await AskAsync(services, new OperationRequest { Document = text, Extensions = Persisted(hashes[^1]) });
        }

        var kept = 0;
        foreach (var hash in hashes)
        {
            kept += (await AskAsync(services, new OperationRequest { Extensions = Persisted(hash) })).StartsWith("""{"data":""", StringComparison.Ordinal) ? 1 : 0;
        }
        Assert.InRange(kept, 10, 20);
    }

    [Fact]
    public async Task A_client_is_told_when_documents_cannot_be_added_and_its_text_runs_all_the_same()
    {
        await using var services = Services(_ => { });
        Assert.Equal("PERSISTED_QUERY_NOT_SUPPORTED", CodeIn(await AskAsync(services, new OperationRequest { Extensions = Persisted(Hash) })));
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await AskAsync(services, new OperationRequest { Document = "{ __typename }"u8.ToArray(), Extensions = Persisted(Hash) }));
    }

    private static ServiceProvider Services(Action<GraphQLServerBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddGraphQLServer().AddTypes(typeof(Greetings)).ModifyRequestOptions(options => options.Validation = options.Validation with { Suggestions = false }));
        return services.BuildServiceProvider();
    }

    private static async Task<string> AskAsync(IServiceProvider services, OperationRequest request)
    {
        await using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request);
        return ((OperationResult)result).ToJson();
    }

    private static JsonElement Persisted(string hash) => JsonElement.Parse($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""");

    private static byte[] Variables(string name) => JsonSerializer.SerializeToUtf8Bytes(new { name });

    private static string? CodeIn(string answer) => JsonElement.Parse(answer).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private string Path(string below) => System.IO.Path.Combine(_folder, below);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(path))!);
        File.WriteAllText(Path(path), text);
    }

    [QueryType]
    internal static partial class Greetings
    {
        public static string Greet(string name) => $"hello {name}";
    }
}
