using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

/// <summary>The command that compares schemas, as a release is checked with it.</summary>
public sealed class SchemaCommandTests : IDisposable
{
    private static readonly string Published = Path.Combine(Repository.Root, "schema", "schema.graphql");

    private readonly string _directory = Directory.CreateTempSubdirectory("ipmarketplace-").FullName;

    [Fact]
    public async Task The_published_schema_against_itself_changes_nothing()
    {
        var (exitCode, output) = await ServerProcess.RunAsync("schema", "compare", Published, Published);

        Assert.Equal((0, "0 breaking, 0 dangerous, 0 safe"), (exitCode, output));
    }

    [Fact]
    public async Task The_published_schema_against_this_build_changes_nothing()
    {
        var (exitCode, output) = await ServerProcess.RunAsync("schema", "compare", Published);

        Assert.Equal((0, "0 breaking, 0 dangerous, 0 safe"), (exitCode, output));
    }

    [Fact]
    public async Task What_breaks_clients_is_listed_and_makes_the_command_fail()
    {
        var (exitCode, output) = await ServerProcess.RunAsync("schema", "compare", FileWith("type Query { a: Int b: Int }"), FileWith("type Query { b: Int! c: Int }"));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "Breaking  The field Query.a was removed.",
                "Safe      The field Query.b is of type Int! instead of Int.",
                "Safe      The field Query.c was added.",
                "1 breaking, 0 dangerous, 2 safe",
            ],
            output.Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("type Query {", "is no schema. The schema has 1 problem:")]
    [InlineData("type Query { a: Unknown }", "Unknown")]
    public async Task A_file_that_is_no_schema_is_named(string text, string reason)
    {
        var file = FileWith(text);

        var (exitCode, output) = await ServerProcess.RunAsync("schema", "compare", file);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(file, output, StringComparison.Ordinal);
        Assert.Contains(reason, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (exitCode, output) = await ServerProcess.RunAsync("schema", "compare", Path.Combine(_directory, "none.graphql"));

        Assert.Equal((2, $"Could not find file '{Path.Combine(_directory, "none.graphql")}'."), (exitCode, output));
    }

    [Fact]
    public async Task Help_says_what_it_takes_and_how_it_ends()
    {
        var (exitCode, output) = await ServerProcess.RunAsync("schema", "compare", "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("<old> [<new>]", output, StringComparison.Ordinal);
        Assert.Contains("1: something breaks", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string FileWith(string text)
    {
        var file = Path.Combine(_directory, $"{Guid.NewGuid():N}.graphql");
        File.WriteAllText(file, text);
        return file;
    }
}
