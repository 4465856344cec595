using IpMarketplace.Testing;
using Microsoft.Data.Sqlite;

namespace IpMarketplace.Api.Tests.Starting;

/// <summary>A folder in which a server has played the demo, stored its catalogue and stopped.</summary>
public sealed class StoppedMarketplace : IAsyncLifetime, IAsyncDisposable
{
    private const string Question = "{ patents(first: 50, orderBy: NEWEST) { totalCount nodes { number title offer { accepting } } } }";

    private readonly TemporaryStore _store = new();

    /// <summary>What it showed.</summary>
    public string Shown { get; private set; } = "";

    public async Task InitializeAsync() => Shown = (await RunAsync(_store.Directory)).Shown;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    /// <summary>A copy of the folder.</summary>
    public TemporaryStore Copy()
    {
        var copy = new TemporaryStore();
        foreach (var file in Directory.EnumerateFiles(_store.Directory, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Directory, Path.GetRelativePath(_store.Directory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    /// <summary>Starts a server, asks it, and ends it.</summary>
    public static async Task<(string Output, string Shown)> RunAsync(string folder, bool kill = false, string question = Question)
    {
        await using var server = await ServerProcess.StartAsync(folder);
        using var client = new GraphQLClient(server.Address, TimeProvider.System);
        var shown = (await client.QueryAsync(question)).Succeeded().Body.GetProperty("data").ToString();
        if (kill)
        {
            await server.KillAsync();
        }
        else
        {
            Assert.Equal(0, await server.StopAsync());
        }
        SqliteConnection.ClearAllPools();
        return (server.Output, shown);
    }
}

/// <summary>A restart reads the stored catalogue, when it is one of this database, and follows from there; else it builds the catalogue anew.</summary>
public sealed class RestartTests(StoppedMarketplace stopped) : IClassFixture<StoppedMarketplace>, IAsyncDisposable
{
    private const string Read = "was read as it was stored";
    private const string Refused = "is not used, because";

    private readonly TemporaryStore _store = stopped.Copy();

    private string File => Path.Combine(_store.Directory, "catalogue.snapshot");

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_is_shown_after_a_restart_is_what_was_shown_before_also_after_a_kill()
    {
        var (output, shown) = await RunAsync(kill: true);
        Assert.Contains(Read, output, StringComparison.Ordinal);
        Assert.Equal(stopped.Shown, shown);

        (output, shown) = await RunAsync();
        Assert.Contains(Read, output, StringComparison.Ordinal);
        Assert.Equal(stopped.Shown, shown);
    }

    [Fact]
    public async Task What_changed_since_it_was_stored_is_followed()
    {
        var before = await System.IO.File.ReadAllBytesAsync(File);
        await using (var server = await ServerProcess.StartAsync(_store.Directory))
        {
            using var client = new GraphQLClient(server.Address, TimeProvider.System);
            Execute(
                """
                UPDATE Patents SET Title = '一种石墨烯量子点' WHERE Id = (SELECT MIN(Id) FROM Patents WHERE Status = 'IN_FORCE');
                INSERT INTO Changes (AggregateType, AggregateId, EventName, At) SELECT 'Patent', MIN(Id), 'PatentChanged', '2026-03-02 04:00:00' FROM Patents WHERE Status = 'IN_FORCE'
                """);
            await server.StopAsync();
        }
        await System.IO.File.WriteAllBytesAsync(File, before);

        var (output, shown) = await StoppedMarketplace.RunAsync(_store.Directory, question: """{ patents(first: 1, query: "石墨烯量子点") { totalCount nodes { title } } }""");

        Assert.Contains(Read, output, StringComparison.Ordinal);
        Assert.Contains("一种石墨烯量子点", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut off", "it is cut off or damaged")]
    [InlineData("another database", "it belongs to another database")]
    [InlineData("trimmed", "the change feed no longer holds the change up to which it goes")]
    [InlineData("restored", "the change feed no longer holds the change up to which it goes")]
    public async Task A_file_that_cannot_be_relied_on_is_refused_in_a_sentence_and_the_catalogue_is_built_anew(string harm, string reason)
    {
        switch (harm)
        {
            case "cut off":
                var whole = await System.IO.File.ReadAllBytesAsync(File);
                await System.IO.File.WriteAllBytesAsync(File, whole[..(whole.Length / 2)]);
                break;
            case "another database":
                Execute("UPDATE DatabaseMarks SET Name = 'Id:0123456789abcdef0123456789abcdef' WHERE Name LIKE 'Id:%'");
                break;
            case "trimmed":
                Execute("INSERT INTO Changes (AggregateType, AggregateId, EventName, At) VALUES ('Patent', 1, 'PatentChanged', '2026-03-02 04:00:00'); DELETE FROM Changes WHERE Id < (SELECT MAX(Id) FROM Changes)");
                break;
            default:
                Execute("DELETE FROM Changes WHERE Id > (SELECT MAX(Id) - 3 FROM Changes)");
                break;
        }

        var (output, shown) = await RunAsync();

        Assert.Contains($"{Refused} {reason}", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Read, output, StringComparison.Ordinal);
        Assert.Equal(stopped.Shown, shown);
        Assert.Contains(Read, (await RunAsync()).Output, StringComparison.Ordinal); // The refused file was replaced.
    }

    [Fact]
    public async Task The_command_verify_finds_nothing_and_then_a_planted_difference_and_says_when_there_is_nothing_to_verify()
    {
        Assert.Equal(0, (await VerifyAsync()).ExitCode);

        Execute("UPDATE Patents SET TitleEn = 'Planted' WHERE Id = (SELECT MIN(Id) FROM Patents WHERE Status = 'IN_FORCE')");
        var (exitCode, output) = await VerifyAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("English title is \"Planted\" in the database", output, StringComparison.Ordinal);
        Assert.Contains("indexed words", output, StringComparison.Ordinal);
        Assert.Contains(" patents compared, 2 differences.", output, StringComparison.Ordinal);

        System.IO.File.Delete(File);
        Assert.Equal(2, (await VerifyAsync()).ExitCode);
    }

    private Task<(int ExitCode, string Output)> VerifyAsync() => ServerProcess.RunAsync("catalogue", "verify", "--environment=Development", $"--Database:DataDirectory={_store.Directory}");

    private Task<(string Output, string Shown)> RunAsync(bool kill = false) => StoppedMarketplace.RunAsync(_store.Directory, kill);

    private void Execute(string statements)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_store.Directory, "marketplace.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
