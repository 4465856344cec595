using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>
/// Twenty patents with their first owner, as one would write it by hand for speed: connections kept open with a prepared statement each, a keyset page
/// by primary key, columns written as they are read.
/// </summary>
internal sealed class HandWrittenList(string connectionString) : IAsyncDisposable
{
    private const string Sql =
        """
        SELECT p.Number, p.Title, p.TitleEn, p.Kind, p.FilingDate, p.GrantDate, p.ExpiryDate, o.Name
        FROM (SELECT * FROM Patents WHERE Id > $after ORDER BY Id LIMIT 20) p CROSS JOIN PatentOwners o ON o.PatentId = p.Id AND o.Position = 0
        """;

    private static readonly JsonEncodedText[] Members =
        [.. ((string[])["number", "title", "titleEn", "kind", "filingDate", "grantDate", "expiryDate"]).Select(name => JsonEncodedText.Encode(name))];

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ConcurrentBag<Kept> _kept = [];

    public async Task AnswerAsync(HttpContext context)
    {
        var after = long.Parse(context.Request.Query["after"].ToString() is { Length: > 0 } given ? given : "0", CultureInfo.InvariantCulture);
        var kept = _kept.TryTake(out var free) ? free : new Kept(Prepare(), new ArrayBufferWriter<byte>(16 * 1024));
        kept.Statement.Parameters[0].Value = after;
        kept.Buffer.ResetWrittenCount();
        using (var row = kept.Statement.ExecuteReader())
        using (var json = new Utf8JsonWriter(kept.Buffer, Relaxed))
        {
            Write(json, row);
        }
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = kept.Buffer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(kept.Buffer.WrittenMemory);
        _kept.Add(kept);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (statement, _) in _kept)
        {
            await statement.Connection!.DisposeAsync();
            await statement.DisposeAsync();
        }
    }

    private static void Write(Utf8JsonWriter json, SqliteDataReader row)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("patents");
        json.WriteStartArray("nodes");
        while (row.Read())
        {
            json.WriteStartObject();
            for (var i = 0; i < Members.Length; i++)
            {
                json.WriteString(Members[i], row.IsDBNull(i) ? null : row.GetString(i));
            }
            json.WriteStartArray("owners");
            json.WriteStartObject();
            json.WriteString("name", row.GetString(Members.Length));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private SqliteCommand Prepare()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.Add("$after", SqliteType.Integer);
        command.Prepare();
        return command;
    }

    private sealed record Kept(SqliteCommand Statement, ArrayBufferWriter<byte> Buffer);
}
