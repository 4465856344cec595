using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace IpMarketplace.Testing.StandIn;

/// <summary>
/// Stands in for SQL Server: speaks its protocol on a port of this machine and answers statements by rules, so that every test run opens connections,
/// sends what the product sends to SQL Server, and can see it. It holds no data. It can also be away, hang, or break off in the middle of an answer.
/// </summary>
public sealed class SqlServerStandIn : IAsyncDisposable
{
    private const string Database = "IpMarketplace";

    private readonly Lock _lock = new();
    private readonly List<(Func<string, bool> Matches, Func<string, TdsAnswer> Answer)> _rules = [];
    private readonly List<string> _statements = [];
    private readonly HashSet<TcpClient> _clients = [];
    private readonly CancellationTokenSource _over = new();
    private readonly int _port;
    private TcpListener _listener;
    private Task _accepting;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastTransaction;

    private SqlServerStandIn()
    {
        _listener = Listen(0);
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>How a program reaches it. Signing in takes five seconds at most.</summary>
    public string ConnectionString => new SqlConnectionStringBuilder
    {
        DataSource = $"tcp:127.0.0.1,{_port}",
        InitialCatalog = Database,
        UserID = "marketplace",
        Password = "stand-in",
        Encrypt = SqlConnectionEncryptOption.Optional,
        ConnectTimeout = 5,
    }.ConnectionString;

    /// <summary>How it behaves; changed by <see cref="BehaveAsync"/>.</summary>
    public StandInBehaviour Behaviour { get; private set; }

    /// <summary>Every statement sent so far, in order: texts of batches and of commands with parameters, BEGIN TRANSACTION, COMMIT and ROLLBACK.</summary>
    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (_lock)
            {
                return [.. _statements];
            }
        }
    }

    /// <summary>Starts it on a free port, without a rule: it answers that everything is done and nothing was found.</summary>
    public static SqlServerStandIn Start() => new();

    /// <summary>From here on statements that hold this text are answered so; the latest rule that fits goes first.</summary>
    public SqlServerStandIn On(string text, Func<string, TdsAnswer> answer) => On(statement => statement.Contains(text, StringComparison.OrdinalIgnoreCase), answer);

    /// <summary>As above, for statements that fit the condition.</summary>
    public SqlServerStandIn On(Func<string, bool> matches, Func<string, TdsAnswer> answer)
    {
        lock (_lock)
        {
            _rules.Insert(0, (matches, answer));
        }
        return this;
    }

    /// <summary>Changes how it behaves from the next statement on. To be <see cref="StandInBehaviour.Away"/> breaks every open connection, as a killed server does.</summary>
    public async Task BehaveAsync(StandInBehaviour behaviour)
    {
        if (behaviour == StandInBehaviour.Away)
        {
            Behaviour = behaviour;
            _listener.Stop();
            await _accepting;
            CloseAll();
        }
        else if (Behaviour == StandInBehaviour.Away)
        {
            _listener = Listen(_port);
            _accepting = AcceptAsync(_listener);
        }
        Behaviour = behaviour;
        Interlocked.Exchange(ref _moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _accepting;
        CloseAll();
        SqlConnection.ClearAllPools();
        _over.Dispose();
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        return listener;
    }

    private void CloseAll()
    {
        lock (_lock)
        {
            foreach (var client in _clients)
            {
                client.Close();
            }
            _clients.Clear();
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(_over.Token);
                lock (_lock)
                {
                    _clients.Add(client);
                }
                _ = ServeAsync(client);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It listens no longer.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            var transaction = 0L;
            while (await TdsMessage.ReadAsync(stream, _over.Token) is { } message)
            {
                var answer = Answer(message, ref transaction).ToPackets();
                while (Behaviour == StandInBehaviour.Hanging)
                {
                    await _moved.Task.WaitAsync(_over.Token);
                }
                if (Behaviour == StandInBehaviour.BreakingOff && message.Kind is not (TdsMessageKind.BeforeSignIn or TdsMessageKind.SignIn))
                {
                    await stream.WriteAsync(answer.AsMemory(0, answer.Length / 2), _over.Token);
                    return;
                }
                await stream.WriteAsync(answer, _over.Token);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client has gone, or the stand-in is over.
        }
        finally
        {
            lock (_lock)
            {
                _clients.Remove(client);
            }
            client.Dispose();
        }
    }

    private TdsAnswer Answer(TdsMessage message, ref long transaction)
    {
        switch (message.Kind)
        {
            case TdsMessageKind.BeforeSignIn:
                return TdsAnswer.BeforeSignIn();
            case TdsMessageKind.SignIn:
                return TdsAnswer.SignedIn(Database);
            case TdsMessageKind.Attention:
                return TdsAnswer.Attended();
            case TdsMessageKind.Transaction:
                Note(message.Statement());
                return message.Transaction() == TdsTransaction.Begin
                    ? TdsAnswer.TransactionBegun(transaction = Interlocked.Increment(ref _lastTransaction))
                    : TdsAnswer.TransactionEnded(message.Transaction(), transaction);
            default:
                var statement = message.Statement();
                return Note(statement)?.Invoke(statement) ?? (statement.StartsWith("SELECT", StringComparison.Ordinal) ? TdsAnswer.Nothing(statement) : TdsAnswer.Done());
        }
    }

    private Func<string, TdsAnswer>? Note(string statement)
    {
        lock (_lock)
        {
            _statements.Add(statement);
            return _rules.FirstOrDefault(rule => rule.Matches(statement)).Answer;
        }
    }
}

/// <summary>How the stand-in treats who speaks to it.</summary>
public enum StandInBehaviour
{
    /// <summary>It answers by its rules.</summary>
    Answering,

    /// <summary>Nobody listens at its port; connections are refused.</summary>
    Away,

    /// <summary>Connections are taken and statements read, but nothing is answered until it behaves otherwise.</summary>
    Hanging,

    /// <summary>Half of every answer is sent, then the connection is closed.</summary>
    BreakingOff,
}
