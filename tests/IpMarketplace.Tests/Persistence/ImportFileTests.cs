using IpMarketplace.Persistence.Import;

namespace IpMarketplace.Tests.Persistence;

/// <summary>The header is read as the rows below it are.</summary>
public sealed class ImportFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipmarketplace-").FullName;

    [Theory]
    [InlineData("in.csv", "code,title_zh\n1,电机\n")]
    [InlineData("in.csv", "\"code\",\"title_zh\"\r\n1,电机\r\n")]
    [InlineData("in.csv", "\uFEFFcode,title_zh\n1,电机\n")]
    [InlineData("in.tsv", "code\ttitle_zh\n1\t电机\n")]
    public async Task Column_names_are_those_that_rows_are_read_by(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text);

        Assert.Equal(["code", "title_zh"], await ImportFile.HeaderAsync(path, CancellationToken.None));
        await foreach (var line in ImportFile.ReadAsync(path, null, CancellationToken.None))
        {
            Assert.Equal("电机", line.Record!.Text("title_zh"));
        }
    }

    [Fact]
    public async Task An_empty_file_has_no_columns()
    {
        var path = Path.Combine(_folder, "empty.csv");
        await File.WriteAllTextAsync(path, "");

        Assert.Empty(await ImportFile.HeaderAsync(path, CancellationToken.None));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
