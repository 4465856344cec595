using System.Buffers;
using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using IpMarketplace.Api;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Benchmarks.Engine;

/// <summary>
/// The stations of a request, one by one, with the operation that fills a page of search results, over the demo. What a warm request goes through are
/// the last two; the others happen once for a document.
/// </summary>
[Config(typeof(InThisProcess))]
public class EngineBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(256 * 1024);
    private DirectoryInfo _folder = null!;
    private WebApplication _app = null!;
    private AsyncServiceScope _scope;
    private IRequestExecutor _executor = null!;
    private DocumentValidator _validator = null!;
    private Schema _schema = null!;
    private byte[] _text = null!;
    private DocumentNode _document = null!;
    private OperationDefinitionNode _operation = null!;
    private OperationRequest _request = null!;
    private OperationResult _result = null!;

    /// <summary>Starts the marketplace, without a network.</summary>
    [GlobalSetup]
    public void SetUp() => SetUpAsync().GetAwaiter().GetResult(); // In this toolchain nobody awaits an asynchronous set-up.

    /// <summary>Stops it.</summary>
    [GlobalCleanup]
    public void CleanUp() => CleanUpAsync().GetAwaiter().GetResult();

    /// <summary>Bytes to tokens.</summary>
    [Benchmark]
    public int Lex()
    {
        var reader = new Utf8GraphQLReader(_text);
        var tokens = 0;
        do
        {
            reader.MoveNext();
            tokens++;
        }
        while (reader.Kind != TokenKind.EndOfFile);
        return tokens;
    }

    /// <summary>Bytes to a syntax tree.</summary>
    [Benchmark]
    public object Parse() => Utf8GraphQLParser.Parse(_text);

    /// <summary>A tree against the schema.</summary>
    [Benchmark]
    public object Validate() => _validator.Validate(_document);

    /// <summary>An operation to its plan.</summary>
    [Benchmark]
    public object Plan() => new Operation(_schema, new ExclusiveServices([]), _operation, FrozenDictionary<string, FragmentDefinitionNode>.Empty);

    /// <summary>A warm request to a result in memory.</summary>
    [Benchmark]
    public void Execute()
    {
        var result = _executor.ExecuteAsync(_request).AsTask().GetAwaiter().GetResult();
        result.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>A result to UTF-8.</summary>
    [Benchmark]
    public int Write()
    {
        _output.ResetWrittenCount();
        _result.WriteTo(_output);
        return _output.WrittenCount;
    }

    private async Task SetUpAsync()
    {
        _folder = Directory.CreateTempSubdirectory("ipmarketplace-bench-");
        _app = MarketplaceServer.Build(["--environment=Development", "--Urls=http://127.0.0.1:0", $"--Database:DataDirectory={_folder.FullName}", "--Demo:Enabled=true", "--Logging:LogLevel:Default=Error", "--RateLimits:RequestsPerAddress=1000000", "--RateLimits:RequestBurst=1000000"]);
        await MarketplaceServer.PrepareAsync(_app, CancellationToken.None);
        await _app.StartAsync();
        _scope = _app.Services.CreateAsyncScope();
        _executor = _app.Services.GetRequiredService<IRequestExecutor>();
        _schema = _app.Services.GetRequiredService<Schema>();
        _validator = new DocumentValidator(_schema);
        _text = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "operations", "patents.graphql"));
        _document = Utf8GraphQLParser.Parse(_text);
        _operation = _document.Definitions.OfType<OperationDefinitionNode>().Single();
        _request = new OperationRequest { Document = _text, Services = _scope.ServiceProvider };
        _result = (OperationResult)await _executor.ExecuteAsync(_request);
        if (_result.Errors.Count > 0)
        {
            throw new InvalidOperationException(_result.ToJson());
        }
    }

    private async Task CleanUpAsync()
    {
        await _result.DisposeAsync();
        await _scope.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() => AddJob(Job.ShortRun.WithWarmupCount(15).WithToolchain(InProcessEmitToolchain.Instance)).AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default);
    }
}
