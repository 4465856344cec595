using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;

namespace IpMarketplace.Persistence.Import;

/// <summary>Reads JSON Lines, CSV and tab-separated files, plain or <c>.gz</c>, as a stream. A bad line is reported and passed over.</summary>
public static class ImportFile
{
    private const string JsonLines = ".jsonl", Csv = ".csv", Tsv = ".tsv";

    /// <summary>Why a file of this name cannot be read, as a sentence; null when it can.</summary>
    public static string? ProblemWith(string path) =>
        !File.Exists(path) ? $"There is no file {path}."
        : FormatOf(path) is JsonLines or Csv or Tsv ? null
        : $"{Path.GetFileName(path)} is none of .jsonl, .csv, .tsv, each also with .gz.";

    /// <summary>The column names of a CSV or tab-separated file; empty for JSON Lines.</summary>
    public static async Task<IReadOnlyList<string>> HeaderAsync(string path, CancellationToken ct)
    {
        if (FormatOf(path) == JsonLines)
        {
            return [];
        }
        await using var stream = Open(path);
        await using var rows = TableIn(stream, path);
        await rows.ReadHeaderAsync(ct);
        return [.. rows.Headers];
    }

    /// <summary>The lines that hold records.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Told how much of the file, from 0 to 1, has been read.</param>
    /// <param name="ct">Ends the reading.</param>
    public static IAsyncEnumerable<ImportLine> ReadAsync(string path, IProgress<double>? progress, CancellationToken ct) =>
        FormatOf(path) == JsonLines ? ReadJsonLinesAsync(path, progress, ct) : ReadTableAsync(path, progress, ct);

    private static string FormatOf(string path) =>
        Path.GetExtension(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path).ToLowerInvariant();

    private static Stream Open(string path, FileStream? file = null)
    {
        file ??= File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static async IAsyncEnumerable<ImportLine> ReadJsonLinesAsync(string path, IProgress<double>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        await using var stream = Open(path, file);
        using var reader = new StreamReader(stream);
        for (var number = 1; await reader.ReadLineAsync(ct) is { } text; number++)
        {
            progress?.Report(file.Position / (double)file.Length);
            yield return ParseJson(number, text);
        }
    }

    private static ImportLine ParseJson(int number, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new ImportLine(number, null, "The line is no JSON object.");
            }
            var record = new ImportRecord();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                record.Set(property.Name, property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().Select(TextOf) : [TextOf(property.Value)]);
            }
            return new ImportLine(number, record);
        }
        catch (JsonException problem)
        {
            return new ImportLine(number, null, $"The line is no JSON: {problem.Message}");
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "" : value.ToString();

    private static async IAsyncEnumerable<ImportLine> ReadTableAsync(string path, IProgress<double>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        await using var stream = Open(path, file);
        await using var rows = TableIn(stream, path);
        await rows.ReadHeaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            progress?.Report(file.Position / (double)file.Length);
            yield return ParseRow((int)rows.LineNumber, rows.Headers, [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetString)]);
        }
    }

    private static CsvReader TableIn(Stream stream, string path)
    {
        var isTsv = FormatOf(path) == Tsv;
        return CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = isTsv ? '\t' : ',',
            Mode = isTsv ? CsvMode.NoEscape : CsvMode.Rfc4180,
            TrackLineNumbers = true,
        });
    }

    private static ImportLine ParseRow(int number, IReadOnlyList<string> columns, string[] values)
    {
        if (values.Length > columns.Count)
        {
            return new ImportLine(number, null, $"The line has {values.Length} columns, the header {columns.Count}.");
        }
        var record = new ImportRecord();
        for (var i = 0; i < values.Length; i++)
        {
            record.Set(columns[i], [values[i]]);
        }
        return new ImportLine(number, record);
    }
}
