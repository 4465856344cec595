using System.Buffers;
using IpMarketplace.GraphQL.AspNetCore.Multipart;
using IpMarketplace.GraphQL.AspNetCore.ServerSentEvents;
using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Scalars;
using IpMarketplace.GraphQL.Validation.Limits;
using Microsoft.AspNetCore.Connections;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>
/// Serves GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/): POST with JSON, GET for queries, and where it is enabled lists of
/// requests and files sent along. The answer is JSON, or a stream of events.
/// </summary>
internal sealed class GraphQLHttpHandler(Lazy<IRequestExecutor> executor, GraphQLHttpOptions options, RequestLimits limits, TimeProvider clock)
{
    private const OperationKinds Writing = OperationKinds.Query | OperationKinds.Mutation;

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method);
        var isVisit = isGet && options.Explorer is not null && !RequestReader.HasParameters(context);
        var format = MediaTypes.Negotiate(context.Request.Headers.Accept, offersHtml: isVisit);
        try
        {
            switch (format)
            {
                case ResponseFormat.Html: await options.Explorer!.WriteAsync(context); break;
                case ResponseFormat.NotAcceptable: throw NotAcceptable();
                default: await (isGet ? GetAsync(context, format) : PostAsync(context, format)); break;
            }
        }
        catch (MalformedRequestException malformed)
        {
            await ResponseWriter.WriteAsync(context, malformed, format);
        }
        catch (GraphQLException refused)
        {
            await ResponseWriter.WriteAsync(context, new RequestErrorResult(refused.Errors), format);
        }
        catch (BadHttpRequestException malformed)
        {
            await ResponseWriter.WriteAsync(context, new MalformedRequestException(malformed.StatusCode, malformed.Message), format);
        }
        catch (Exception gone) when (gone is ConnectionResetException or ConnectionAbortedException
            || (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested))
        {
            // Nobody is there to read an answer.
            context.Abort();
        }
    }

    private async Task GetAsync(HttpContext context, ResponseFormat format)
    {
        if (!options.EnableGetRequests)
        {
            context.Response.Headers.Allow = "POST";
            throw new MalformedRequestException(StatusCodes.Status405MethodNotAllowed, "Requests are sent by POST.");
        }
        if (options.EnforceGetRequestsPreflightHeader)
        {
            Preflight.Require(context.Request, "A request by GET");
        }
        context.Response.Headers.Vary = "Accept";
        var allowed = format == ResponseFormat.EventStream ? OperationKinds.Query | OperationKinds.Subscription : OperationKinds.Query;
        await AnswerAsync(context, executor.Value.ExecuteAsync(RequestReader.FromQueryString(context, allowed, limits.MaxNesting), context.RequestAborted), format);
    }

    private Task PostAsync(HttpContext context, ResponseFormat format)
    {
        if (context.Request.Headers.ContentEncoding is { Count: > 0 } encoding && !encoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.AcceptEncoding = "identity";
            throw new MalformedRequestException(StatusCodes.Status415UnsupportedMediaType, $"The body of the request must not be compressed; its Content-Encoding is \"{Excerpt.Of(encoding)}\".");
        }
        if (MediaTypes.IsJson(context.Request.ContentType))
        {
            return PostJsonAsync(context, format);
        }
        if (options.EnableMultipartRequests && MediaTypes.IsMultipart(context.Request.ContentType))
        {
            return PostMultipartAsync(context, format);
        }
        // Nothing else is taken, so that no page of another site can post a form here.
        throw new MalformedRequestException(StatusCodes.Status415UnsupportedMediaType, "The body of the request must be application/json, in UTF-8.");
    }

    private async Task PostJsonAsync(HttpContext context, ResponseFormat format)
    {
        var reader = context.Request.BodyReader;
        var body = await RequestReader.ReadBodyAsync(reader, context.Request.ContentLength, options.MaxRequestBodySize, context.RequestAborted);
        ValueTask<IExecutionResult> running = default;
        byte[]? list = null;
        try
        {
            if (RequestBatch.IsList(body))
            {
                list = body.ToArray();
            }
            else
            {
                running = Start(context, body, format);
            }
        }
        finally
        {
            reader.AdvanceTo(body.End);
        }
        await (list is null ? AnswerAsync(context, running, format) : AnswerListAsync(context, list, files: null, format));
    }

    private async Task PostMultipartAsync(HttpContext context, ResponseFormat format)
    {
        Preflight.Require(context.Request, "A multipart request");
        var request = await MultipartRequest.ReadAsync(context, options, limits.MaxNesting);
        var operations = new ReadOnlySequence<byte>(request.Operations);
        await (RequestBatch.IsList(operations)
            ? AnswerListAsync(context, request.Operations, request.Files, format)
            : AnswerAsync(context, Start(context, request.Operations, context.RequestServices, AllowedFor(format), request.Files), format));
    }

    /// <summary>Begins to execute a body. The executor reads document and variables before it first waits, so their memory is free afterwards.</summary>
    private ValueTask<IExecutionResult> Start(HttpContext context, ReadOnlySequence<byte> body, ResponseFormat format)
    {
        if (body.IsSingleSegment)
        {
            return Start(context, body.First, context.RequestServices, AllowedFor(format), files: null);
        }
        var joined = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(joined);
            return Start(context, joined.AsMemory(0, (int)body.Length), context.RequestServices, AllowedFor(format), files: null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private ValueTask<IExecutionResult> Start(
        HttpContext context, ReadOnlyMemory<byte> json, IServiceProvider services, OperationKinds allowed, IReadOnlyDictionary<string, IFile>? files)
    {
        using var parsed = RequestBody.Parse(json, limits.MaxNesting);
        return executor.Value.ExecuteAsync(RequestReader.FromBody(parsed, context, services, allowed, files), context.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext context, ValueTask<IExecutionResult> running, ResponseFormat format)
    {
        await using var result = await running;
        await (format == ResponseFormat.EventStream
            ? new EventStream(context, options.EventStreamKeepAlive, clock).AnswerAsync(result)
            : ResponseWriter.WriteAsync(context, (OperationResult)result, format));
    }

    // Each request has a service scope of its own, so that none is hurt by what another leaves behind.
    private async Task AnswerListAsync(HttpContext context, ReadOnlyMemory<byte> list, IReadOnlyDictionary<string, IFile>? files, ResponseFormat format)
    {
        if (format == ResponseFormat.EventStream)
        {
            throw MalformedRequestException.BadRequest("A list of requests cannot be answered as an event stream.");
        }
        var buffer = ResponseBuffer.Rent();
        try
        {
            foreach (var request in RequestBatch.Split(list, options.MaxBatchSize))
            {
                buffer.Write(buffer.Length == 0 ? "["u8 : ","u8);
                await using var scope = OpenScope(context.RequestServices);
                await using var result = await ExecuteItemAsync(context, request, scope.ServiceProvider, files);
                result.WriteTo(buffer);
            }
            buffer.Write("]"u8);
            await ResponseWriter.WriteAsync(context, buffer, format, StatusCodes.Status200OK);
        }
        finally
        {
            buffer.Return();
        }
    }

    private static AsyncServiceScope OpenScope(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        services.GetService<ScopedServiceInitializers>()?.Initialize(services, scope.ServiceProvider);
        return scope;
    }

    private async ValueTask<OperationResult> ExecuteItemAsync(
        HttpContext context, ReadOnlyMemory<byte> request, IServiceProvider services, IReadOnlyDictionary<string, IFile>? files)
    {
        try
        {
            return (OperationResult)await Start(context, request, services, Writing, files);
        }
        catch (MalformedRequestException malformed)
        {
            return new RequestErrorResult([malformed.Error]);
        }
        catch (GraphQLException refused)
        {
            return new RequestErrorResult(refused.Errors);
        }
    }

    private static OperationKinds AllowedFor(ResponseFormat format) => format == ResponseFormat.EventStream ? OperationKinds.All : Writing;

    private static MalformedRequestException NotAcceptable() => new(
        StatusCodes.Status406NotAcceptable, "Responses are application/json, application/graphql-response+json or text/event-stream, in UTF-8.");
}
