using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IpMarketplace.Benchmarks.Catalogue;

/// <summary>FTS5 in an SQLite database in memory: BM25 over the same terms, the title twice as strong. It ranks by no single characters; it counts one facet, of everything alone.</summary>
internal sealed class SqliteSearch : IComparedSearch
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqliteSearch()
    {
        _connection.Open();
        Execute("CREATE TABLE Patents (Id INTEGER PRIMARY KEY, Section TEXT NOT NULL, Newest INTEGER NOT NULL)");
        Execute("CREATE VIRTUAL TABLE Texts USING fts5(Head, Body, content='', tokenize='unicode61')");
    }

    public string Name => "SQLite FTS5, no facets";

    public long Bytes => Number("PRAGMA page_count") * Number("PRAGMA page_size");

    public void Add(IEnumerable<ComparedPatent> patents)
    {
        using var transaction = _connection.BeginTransaction();
        using var patentRow = Command("INSERT INTO Patents VALUES ($id, $section, $newest)", "$id", "$section", "$newest");
        using var textRow = Command("INSERT INTO Texts (rowid, Head, Body) VALUES ($id, $head, $body)", "$id", "$head", "$body");
        foreach (var patent in patents)
        {
            Execute(patentRow, patent.Entry.PatentId, patent.Entry.IpcSymbols[0][..1], patent.Entry.GrantDate!.Value.DayNumber);
            Execute(textRow, patent.Entry.PatentId, patent.Head, patent.Body);
        }
        transaction.Commit();
    }

    public void Complete()
    {
        Execute("INSERT INTO Texts (Texts) VALUES ('optimize')");
        Execute("CREATE INDEX ByNewest ON Patents (Newest DESC)");
    }

    public int Ask(Question question)
    {
        if (question.Words.Length == 0)
        {
            Read("SELECT Section, COUNT(*) FROM Patents GROUP BY Section");
            Read("SELECT Id FROM Patents ORDER BY Newest DESC LIMIT 20");
            return (int)Number("SELECT COUNT(*) FROM Patents");
        }
        var match = string.Join(" AND ", question.Words.SelectMany(LuceneSearch.PairsOf).Select(term => $"\"{term}\""));
        var section = question.Section is { } letter ? $"AND p.Section = '{letter}'" : "";
        var from = $"FROM Texts t JOIN Patents p ON p.Id = t.rowid WHERE Texts MATCH '{match}' {section}";
        Read($"SELECT t.rowid {from} ORDER BY bm25(Texts, 2.0, 1.0) LIMIT 20");
        return (int)Number(section.Length == 0 ? $"SELECT COUNT(*) FROM Texts WHERE Texts MATCH '{match}'" : $"SELECT COUNT(*) {from}");
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string text, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }
        return command;
    }

    private static void Execute(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
        command.ExecuteNonQuery();
    }

    private void Execute(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    private long Number(string text)
    {
        using var command = Command(text);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Read(string text)
    {
        using var command = Command(text);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            GC.KeepAlive(reader.GetValue(0));
        }
    }
}
