using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IpMarketplace.Testing;

/// <summary>Hears every SQL statement that is sent to embedded databases. Begin before the first one: Entity Framework looks for listeners only once a second.</summary>
public sealed class SqlStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<(string File, string Text)> _heard = [];
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

    /// <summary>The statements heard so far for the database in a directory, but for those that follow the change feed.</summary>
    public IReadOnlyList<string> Of(string dataDirectory)
    {
        lock (_heard)
        {
            return [.. _heard
                .Where(statement => statement.File.StartsWith(dataDirectory, StringComparison.Ordinal) && !statement.Text.Contains("\"Changes\"", StringComparison.Ordinal))
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
                _heard.Add((connection.DataSource, command.CommandText));
            }
        }
    }

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
