using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Persistence.Outages;

/// <summary>
/// Whether the database does its work now. What one has just found out is not tried by every other anew: while it is out of order one a second tries,
/// the others are told at once. The log has a line when it begins, one a minute, and one when it ends. It is measured in real time, which no
/// calendar of the marketplace moves.
/// </summary>
public sealed class DatabaseOutage(ILogger<DatabaseOutage> log)
{
    /// <summary>How long after a failure nobody tries, and what a client is told to wait.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private string? _fault;
    private long _since;
    private long _lastTry;
    private long _lastLine;
    private long _refused;

    /// <summary>What is wrong, as the end of "The database …"; null while nothing is.</summary>
    public string? Fault
    {
        get
        {
            lock (_lock)
            {
                return _fault;
            }
        }
    }

    /// <summary>Lets one in each pause while something is wrong, and everybody otherwise.</summary>
    /// <exception cref="DatabaseUnavailableException">It is not this one's turn to try.</exception>
    internal void Enter()
    {
        lock (_lock)
        {
            if (_fault is null)
            {
                return;
            }
            if (Stopwatch.GetElapsedTime(_lastTry) < Pause)
            {
                _refused++;
                throw new DatabaseUnavailableException(_fault);
            }
            _lastTry = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>The database did its work.</summary>
    internal void Succeeded()
    {
        lock (_lock)
        {
            if (_fault is not null)
            {
                log.LogWarning("The database works again after {Seconds:F0} s; {Refused} attempts were refused.", Stopwatch.GetElapsedTime(_since).TotalSeconds, _refused);
                _fault = null;
            }
        }
    }

    /// <summary>The database did not do its work.</summary>
    internal void Failed(string fault, Exception cause)
    {
        lock (_lock)
        {
            _lastTry = Stopwatch.GetTimestamp();
            _refused++;
            if (_fault is null)
            {
                (_since, _lastLine, _refused) = (_lastTry, _lastTry, 1);
                log.LogError("The database {Fault}; nothing is written until it works again. {Cause}", fault, cause.GetBaseException().Message);
            }
            else if (Stopwatch.GetElapsedTime(_lastLine) >= BetweenLines)
            {
                _lastLine = _lastTry;
                log.LogError("The database still {Fault}; {Refused} attempts were refused in {Seconds:F0} s.", fault, _refused, Stopwatch.GetElapsedTime(_since).TotalSeconds);
            }
            _fault = fault;
        }
    }
}
