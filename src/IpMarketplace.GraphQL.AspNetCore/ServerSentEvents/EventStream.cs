using System.IO.Pipelines;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Results;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace IpMarketplace.GraphQL.AspNetCore.ServerSentEvents;

/// <summary>
/// Answers with a stream of events, as the distinct connections mode of graphql-sse has it
/// (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): <c>next</c> for every response, then <c>complete</c>. A stream that the server
/// ends early, because it stops or because the user's token has expired, ends without <c>complete</c>; the client may come again.
/// </summary>
internal sealed class EventStream(HttpContext context, TimeSpan keepAlive, TimeProvider clock)
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly PipeWriter _output = context.Response.BodyWriter;

    /// <summary>Sends everything a request leads to. Returns when the stream is over or the client has gone.</summary>
    public async ValueTask AnswerAsync(IExecutionResult result)
    {
        if (result is OperationResult { HasData: false } refused
            && ResponseWriter.StatusOf(refused, ResponseFormat.EventStream, HttpMethods.IsGet(context.Request.Method)) != StatusCodes.Status200OK)
        {
            await ResponseWriter.WriteAsync(context, refused, ResponseFormat.EventStream);
            return;
        }
        await OpenAsync();
        if (result is ResponseStream stream)
        {
            await StreamAsync(stream);
            return;
        }
        EventStreamFormat.WriteNext(_output, (OperationResult)result);
        EventStreamFormat.WriteComplete(_output);
        await _output.FlushAsync(context.RequestAborted);
    }

    private async Task OpenAsync()
    {
        var response = context.Response;
        response.ContentType = MediaTypes.EventStream;
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        EventStreamFormat.WriteComment(_output);
        await _output.FlushAsync(context.RequestAborted);
    }

    // One loop writes events and comments alike. It asks for the next event only after the client has taken the last one, so that a slow client
    // slows down nothing but its own subscription.
    private async Task StreamAsync(ResponseStream stream)
    {
        using var expiry = TimeToExpiry() is { } left ? new CancellationTokenSource(left, clock) : null;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Stopping(), expiry?.Token ?? CancellationToken.None);
        await using var unblock = ended.Token.Register(_output.CancelPendingFlush);
        using var comments = new PeriodicTimer(keepAlive, clock);
        var responses = stream.ReadResultsAsync().GetAsyncEnumerator(ended.Token);
        var next = responses.MoveNextAsync().AsTask();
        try
        {
            var comment = comments.WaitForNextTickAsync(ended.Token).AsTask();
            while (await Task.WhenAny(next, comment) is var first && !ended.IsCancellationRequested)
            {
                if (first == comment)
                {
                    comment = comments.WaitForNextTickAsync(ended.Token).AsTask();
                    EventStreamFormat.WriteComment(_output);
                }
                else if (await next)
                {
                    await using (var response = responses.Current)
                    {
                        EventStreamFormat.WriteNext(_output, response);
                    }
                    next = null!;
                }
                else
                {
                    EventStreamFormat.WriteComplete(_output);
                    await _output.FlushAsync(ended.Token);
                    return;
                }
                await _output.FlushAsync(CancellationToken.None);
                next ??= responses.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // The enumerator must be at rest before it is disposed: what it waits for is cancelled.
            await ended.CancelAsync();
            await ((Task?)next ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await responses.DisposeAsync();
        }
    }

    // What a user may see was decided while the token was good.
    private TimeSpan? TimeToExpiry()
    {
        if (context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc is not { } expiry)
        {
            return null;
        }
        var left = expiry - clock.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > LongestTimer ? LongestTimer : left;
    }

    private CancellationToken Stopping() => context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
}
