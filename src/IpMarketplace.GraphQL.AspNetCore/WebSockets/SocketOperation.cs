using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>One operation on a socket, with a scope of services of its own. It takes its next event once the last one is sent.</summary>
#pragma warning disable CA1001 // A source without timer and parent holds nothing to dispose, and Stop may come at any time.
internal sealed class SocketOperation
#pragma warning restore CA1001
{
    private readonly SocketSession _session;
    private readonly byte[] _idToken;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<bool> _isWanted;
    private volatile bool _isOver;

    public SocketOperation(SocketSession session, IncomingMessage subscribe)
    {
        _session = session;
        Id = subscribe.Id;
        _idToken = subscribe.IdToken.ToArray();
        _isWanted = () => !_isOver && !session.HasExpired;
    }

    public string Id { get; }

    /// <summary>Begins. When this returns the body's bytes are free again, whereas the operation may go on.</summary>
    public async ValueTask StartAsync(RequestBody body, IRequestExecutor executor, ISocketSessionInterceptor interceptor, AsyncServiceScope scope)
    {
        ValueTask<IExecutionResult> running;
        try
        {
            await interceptor.OnRequestAsync(_session, Id, scope.ServiceProvider, _stop.Token);
            // The executor reads document and variables before it first waits.
            running = executor.ExecuteAsync(
                new OperationRequest
                {
                    Document = body.Query,
                    DocumentId = body.DocumentId,
                    OperationName = body.OperationName,
                    Variables = body.Variables,
                    Extensions = body.Extensions,
                    Services = scope.ServiceProvider,
                    User = _session.User,
                },
                _stop.Token);
        }
        catch (GraphQLException refused)
        {
            running = ValueTask.FromResult<IExecutionResult>(new RequestErrorResult([.. refused.Errors]));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            running = ValueTask.FromException<IExecutionResult>(exception);
        }
        _ = RunAsync(running, scope);
    }

    /// <summary>Refuses to begin.</summary>
    public ValueTask<bool> RefuseAsync(IReadOnlyList<IError> errors) => _session.SendAsync(OutgoingMessage.Error(_idToken, new RequestErrorResult(errors)));

    /// <summary>Ends the operation and its source; nothing more is sent of it.</summary>
    public void Stop()
    {
        _isOver = true;
        _stop.Cancel();
    }

    private async Task RunAsync(ValueTask<IExecutionResult> running, AsyncServiceScope scope)
    {
        try
        {
            await using var ofServices = scope;
            await using var result = await running;
            await (result is ResponseStream stream ? AnswerAsync(stream) : AnswerAsync((OperationResult)result));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            _isOver = true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _session.Fail(exception);
        }
        finally
        {
            _session.Ended(this);
        }
    }

    private async Task AnswerAsync(OperationResult result)
    {
        if (!result.HasData)
        {
            await EndAsync(OutgoingMessage.Error(_idToken, result));
        }
        else if (await _session.SendAsync(OutgoingMessage.Next(_idToken, result), _isWanted))
        {
            await EndAsync(OutgoingMessage.Complete(_idToken));
        }
    }

    // The responses are read to their end even where nobody wants them any more: it is their end that closes the source.
    private async Task AnswerAsync(ResponseStream stream)
    {
        await foreach (var response in stream.ReadResultsAsync())
        {
            await using var ofResponse = response;
            if (!response.HasData)
            {
                await EndAsync(OutgoingMessage.Error(_idToken, response));
            }
            else if (!await _session.SendAsync(OutgoingMessage.Next(_idToken, response), _isWanted))
            {
                await _stop.CancelAsync();
            }
        }
        await EndAsync(OutgoingMessage.Complete(_idToken));
    }

    // The id is free before the client can know that it is.
    private async Task EndAsync(OutgoingMessage last)
    {
        if (!_isOver)
        {
            _session.Forget(this);
            await _session.SendAsync(last, _isWanted);
            _isOver = true;
        }
    }
}
