using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IpMarketplace.Testing;

/// <summary>Hears every SQL statement that is sent to databases. Begin before the first one: Entity Framework looks for listeners only once a second.</summary>
public sealed partial class SqlStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<(DbConnection Connection, string Text)> _heard = [];
    private readonly List<IDisposable> _subscriptions = [];

    private SqlStatements()
    {
    }

    /// <summary>Begins to listen.</summary>
    public static SqlStatements Listen()
    {
        var statements = new SqlStatements();
        statements._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(statements));
        return statements;
    }

    /// <summary>The table that a query reads first.</summary>
    public static string TableOf(string statement) => FirstTable().Match(statement).Groups[1].Value;

    /// <summary>All statements heard so far for a database.</summary>
    public IReadOnlyList<string> AllOf(TemporaryStore store)
    {
        lock (_heard)
        {
            return [.. _heard.Where(statement => store.Holds(statement.Connection)).Select(statement => statement.Text)];
        }
    }

    /// <summary>The statements heard so far for a database, but for those that follow the change feed; names stand in double quotes on every database.</summary>
    public IReadOnlyList<string> Of(TemporaryStore store)
    {
        lock (_heard)
        {
            return [.. _heard
                .Where(statement => store.Holds(statement.Connection) && !statement.Text.Contains("\"Changes\"", StringComparison.Ordinal))
                .Select(statement => statement.Text)];
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { Connection: { } connection } command }
            && value.Key == RelationalEventId.CommandExecuting.Name)
        {
            lock (_heard)
            {
                _heard.Add((connection, Bracketed().Replace(command.CommandText, "\"$1\"")));
            }
        }
    }

    [GeneratedRegex("\\[(\\w+)\\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex("FROM \"(\\w+)\"")]
    private static partial Regex FirstTable();

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
