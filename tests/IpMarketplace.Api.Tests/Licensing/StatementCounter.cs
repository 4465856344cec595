using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IpMarketplace.Api.Tests.Licensing;

/// <summary>Counts the statements that one server sends to its database, but for those of background work.</summary>
internal sealed class StatementCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly string[] Background = ["Changes", "ConsumerPositions"];

    private readonly string _directory;
    private readonly IDisposable _listeners;
    private IDisposable? _events;
    private int _count;

    public StatementCounter(string directory)
    {
        _directory = directory;
        _listeners = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Count => _count;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _events = value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandEventData { Command: var command }
            && command.Connection?.DataSource.StartsWith(_directory, StringComparison.Ordinal) == true
            && !Background.Any(table => command.CommandText.Contains(table, StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref _count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _events?.Dispose();
        _listeners.Dispose();
    }
}
