namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>When a socket has to do something by itself; one timer for all of it.</summary>
internal sealed class SocketDeadlines : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly SocketSession _session;
    private readonly GraphQLSocketOptions _options;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly DateTimeOffset _initialiseBy;
    private readonly ITimer _timer;
    private DateTimeOffset _lastHeard;
    private DateTimeOffset? _pingedAt;
    private DateTimeOffset? _expiresAt;
    private bool _isInitialised;
    private bool _isAcknowledged;

    public SocketDeadlines(SocketSession session, GraphQLSocketOptions options, TimeProvider clock)
    {
        (_session, _options, _clock) = (session, options, clock);
        _initialiseBy = clock.GetUtcNow() + options.ConnectionInitializationTimeout;
        _timer = clock.CreateTimer(static self => ((SocketDeadlines)self!).Check(), this, options.ConnectionInitializationTimeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Closes the socket because what it was opened with is no longer good.</summary>
    public void Expire() => Check();

    /// <summary>Whether what the socket was opened with is no longer good, be the timer late or not.</summary>
    public bool HasExpired
    {
        get
        {
            lock (_gate)
            {
                return _expiresAt <= _clock.GetUtcNow();
            }
        }
    }

    /// <summary>The client has sent something.</summary>
    public void Heard()
    {
        lock (_gate)
        {
            (_lastHeard, _pingedAt) = (_clock.GetUtcNow(), null);
        }
    }

    /// <summary><c>connection_init</c> is there.</summary>
    public void Initialised()
    {
        lock (_gate)
        {
            _isInitialised = true;
        }
    }

    /// <summary>The client may use the socket, until a time where there is one.</summary>
    public void Acknowledged(DateTimeOffset? expiresAt)
    {
        lock (_gate)
        {
            (_isAcknowledged, _expiresAt, _lastHeard) = (true, expiresAt, _clock.GetUtcNow());
        }
        Check();
    }

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        var (code, reason, ping) = Due();
        if (code != 0)
        {
            _session.Close(code, reason);
        }
        else if (ping)
        {
            _session.Ping();
        }
    }

    private (int Code, string Reason, bool Ping) Due()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (!_isInitialised && now >= _initialiseBy)
            {
                return (SocketCloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout", false);
            }
            if (!_isAcknowledged)
            {
                SetTimer(_initialiseBy - now);
                return default;
            }
            if (_expiresAt <= now)
            {
                return (SocketCloseCode.Forbidden, "The access token has expired.", false);
            }
            if (_pingedAt + _options.PongTimeout <= now)
            {
                return (SocketCloseCode.PongTimeout, "The client does not answer.", false);
            }
            var isSilent = _pingedAt is null && _lastHeard + _options.KeepAliveInterval <= now;
            _pingedAt = isSilent ? now : _pingedAt;
            var next = _pingedAt is { } pinged ? pinged + _options.PongTimeout : _lastHeard + _options.KeepAliveInterval;
            SetTimer((_expiresAt < next ? _expiresAt.Value : next) - now);
            return (0, "", isSilent);
        }
    }

    // A timer may come a moment early, and must not come at once again and again.
    private void SetTimer(TimeSpan due) => _timer.Change(due > Shortest ? due : Shortest, Timeout.InfiniteTimeSpan);
}
