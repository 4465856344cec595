using System.Security.Claims;
using System.Text.Json;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// The protocol graphql-transport-ws with one client (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). Messages are handled one
/// after another; the operations they begin run side by side.
/// </summary>
internal sealed class SocketSession : ISocketSession, IDisposable
{
    private readonly SocketConnection _connection;
    private readonly SocketEnvironment _environment;
    private readonly SocketDeadlines _deadlines;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SocketOperation> _operations = [];
    private object _client;
    private int _running;
    private TaskCompletionSource? _allEnded;
    private bool _isInitialised;
    private bool _isAcknowledged;

    /// <param name="connection">The socket.</param>
    /// <param name="handshake">Its handshake.</param>
    /// <param name="client">As whom the socket is counted; given back when it closes.</param>
    /// <param name="environment">What all sockets share.</param>
    public SocketSession(SocketConnection connection, HttpContext handshake, object client, SocketEnvironment environment)
    {
        (_connection, Handshake, User, _client, _environment) = (connection, handshake, handshake.User, client, environment);
        Id = handshake.TraceIdentifier;
        _deadlines = new SocketDeadlines(this, environment.Options, environment.Clock);
    }

    public string Id { get; }

    public HttpContext Handshake { get; }

    public ClaimsPrincipal User { get; private set; }

    /// <summary>Whether the token has expired; the socket is then closed.</summary>
    public bool HasExpired
    {
        get
        {
            if (!_deadlines.HasExpired)
            {
                return false;
            }
            _deadlines.Expire();
            return true;
        }
    }

    /// <summary>Serves the client until it is gone.</summary>
    public async Task RunAsync()
    {
        if (!_environment.Sockets.TryAdd(this))
        {
            Close(SocketCloseCode.GoingAway, "The server stops.");
        }
        try
        {
            while (await HandleNextAsync())
            {
            }
        }
        finally
        {
            _environment.Sockets.Remove(this);
            Close(SocketCloseCode.Normal, "");
            await WhenAllEndedAsync();
            await _connection.WhenClosedAsync();
            _environment.Sockets.Leave(_client);
        }
    }

    /// <summary>Closes the socket and stops its operations; only the first reason counts.</summary>
    public void Close(int code, string reason)
    {
        _connection.Close(code, reason);
        SocketOperation[] operations;
        lock (_gate)
        {
            operations = [.. _operations.Values];
        }
        foreach (var operation in operations)
        {
            operation.Stop();
        }
    }

    /// <summary>Closes the socket because of a fault of ours.</summary>
    public void Fail(Exception exception)
    {
        _environment.Log.LogError(exception, "A socket is closed because of an unexpected error.");
        Close(SocketCloseCode.InternalServerError, "Internal server error");
    }

    /// <summary>Asks the client whether it is still there.</summary>
    public void Ping() => _ = _connection.SendAsync(OutgoingMessage.Ping).AsTask();

    public ValueTask<bool> SendAsync(OutgoingMessage message, Func<bool>? isWanted = null) => _connection.SendAsync(message, isWanted);

    /// <summary>Lets the id of an operation be used again.</summary>
    public void Forget(SocketOperation operation)
    {
        lock (_gate)
        {
            if (_operations.GetValueOrDefault(operation.Id) == operation)
            {
                _operations.Remove(operation.Id);
            }
        }
    }

    /// <summary>An operation is through with everything.</summary>
    public void Ended(SocketOperation operation)
    {
        Forget(operation);
        lock (_gate)
        {
            _running--;
            if (_running == 0)
            {
                _allEnded?.SetResult();
            }
        }
    }

    public void Dispose()
    {
        _deadlines.Dispose();
        _connection.Dispose();
    }

    private Task WhenAllEndedAsync()
    {
        lock (_gate)
        {
            if (_running == 0)
            {
                return Task.CompletedTask;
            }
            _allEnded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _allEnded.Task;
        }
    }

    private async ValueTask<bool> HandleNextAsync()
    {
        try
        {
            if (await _connection.ReceiveAsync() is not { } message)
            {
                return false;
            }
            _deadlines.Heard();
            if (!HasExpired)
            {
                await HandleAsync(IncomingMessage.Parse(message));
            }
        }
        catch (SocketRefusedException refused)
        {
            Close(refused.CloseCode, refused.Message);
        }
        catch (OperationCanceledException) when (_connection.Closed.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(exception);
        }
        finally
        {
            _connection.Release();
        }
        return true;
    }

    private ValueTask HandleAsync(IncomingMessage message)
    {
        switch (message.Type)
        {
            case IncomingMessageType.ConnectionInit: return InitialiseAsync(message);
            case IncomingMessageType.Ping: return PongAsync(message);
            case IncomingMessageType.Subscribe: return SubscribeAsync(message);
            case IncomingMessageType.Complete: Complete(message.Id); break;
        }
        return ValueTask.CompletedTask;
    }

    private async ValueTask PongAsync(IncomingMessage ping) => await SendAsync(OutgoingMessage.Pong(ping.Payload));

    private async ValueTask InitialiseAsync(IncomingMessage message)
    {
        if (_isInitialised)
        {
            throw new SocketRefusedException(SocketCloseCode.TooManyInitialisationRequests, "Too many initialisation requests");
        }
        _isInitialised = true;
        _deadlines.Initialised();
        var status = await _environment.Interceptor.OnConnectAsync(this, ElementOf(message.Payload, _environment.Limits.MaxNesting), _connection.Closed);
        if (!status.Accepted)
        {
            throw new SocketRefusedException(SocketCloseCode.Forbidden, status.Message!);
        }
        User = status.User ?? User;
        CountAsUser();
        _isAcknowledged = true;
        _deadlines.Acknowledged(status.ExpiresAt);
        await SendAsync(OutgoingMessage.ConnectionAck(status.Extensions is { } extensions ? JsonSerializer.SerializeToUtf8Bytes(extensions) : default));
    }

    private static JsonElement ElementOf(ReadOnlyMemory<byte> payload, int nesting)
    {
        if (payload.IsEmpty)
        {
            return default;
        }
        try
        {
            JsonNesting.Check(payload.Span, "\"payload\" is", nesting);
        }
        catch (GraphQLException tooDeep)
        {
            throw SocketRefusedException.BadRequest(tooDeep.Message);
        }
        return JsonElement.Parse(payload.Span, JsonNesting.Checked);
    }

    private void CountAsUser()
    {
        if (OpenSockets.Client(User) is not { } user)
        {
            return;
        }
        if (!_environment.Sockets.TryEnter(user))
        {
            throw new SocketRefusedException(SocketCloseCode.TooManySockets, $"A user has at most {_environment.Options.MaxSocketsPerClient} sockets.");
        }
        _environment.Sockets.Leave(_client);
        _client = user;
    }

    private async ValueTask SubscribeAsync(IncomingMessage message)
    {
        if (!_isAcknowledged)
        {
            throw new SocketRefusedException(SocketCloseCode.Unauthorized, "Unauthorized");
        }
        var operation = new SocketOperation(this, message);
        if (!TryBegin(operation))
        {
            await operation.RefuseAsync([new Error($"At most {_environment.Options.MaxOperationsPerSocket} operations run on a socket at a time.", ErrorCode.OperationLimitExceeded)]);
            return;
        }
        try
        {
            using var body = RequestBody.Parse(message.Payload, _environment.Limits.MaxNesting);
            await operation.StartAsync(body, _environment.Executor.Value, _environment.Interceptor, _environment.Scopes.CreateAsyncScope());
        }
        catch (MalformedRequestException malformed)
        {
            Ended(operation);
            throw SocketRefusedException.BadRequest(malformed.Message);
        }
        catch (GraphQLException refused)
        {
            Ended(operation);
            await operation.RefuseAsync(refused.Errors);
        }
    }

    private bool TryBegin(SocketOperation operation)
    {
        lock (_gate)
        {
            if (_operations.ContainsKey(operation.Id))
            {
                throw new SocketRefusedException(SocketCloseCode.SubscriberAlreadyExists, $"Subscriber for {Excerpt.Of(operation.Id)} already exists");
            }
            if (_running >= _environment.Options.MaxOperationsPerSocket)
            {
                return false;
            }
            _operations.Add(operation.Id, operation);
            _running++;
            return true;
        }
    }

    private void Complete(string id)
    {
        SocketOperation? operation;
        lock (_gate)
        {
            _operations.Remove(id, out operation);
        }
        operation?.Stop();
    }
}
