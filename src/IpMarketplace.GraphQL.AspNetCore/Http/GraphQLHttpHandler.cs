using System.Buffers;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>Serves GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/): POST with JSON, and GET for queries.</summary>
internal sealed class GraphQLHttpHandler(Lazy<IRequestExecutor> executor, GraphQLHttpOptions options)
{
    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method);
        var isVisit = isGet && options.Explorer && !context.Request.Query.ContainsKey("query");
        var format = MediaTypes.Negotiate(context.Request.Headers.Accept, offersHtml: isVisit);
        try
        {
            switch (format)
            {
                case ResponseFormat.Html: await ExplorerPage.WriteAsync(context); break;
                case ResponseFormat.NotAcceptable: throw new MalformedRequestException(StatusCodes.Status406NotAcceptable, "Responses are application/json or application/graphql-response+json, in UTF-8.");
                default: await (isGet ? GetAsync(context, format) : PostAsync(context, format)); break;
            }
        }
        catch (MalformedRequestException malformed)
        {
            await ResponseWriter.WriteAsync(context, malformed, format);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
            context.Abort();
        }
    }

    private async Task GetAsync(HttpContext context, ResponseFormat format)
    {
        if (!options.AllowGet)
        {
            context.Response.Headers.Allow = "POST";
            throw new MalformedRequestException(StatusCodes.Status405MethodNotAllowed, "Requests are sent by POST.");
        }
        context.Response.Headers.Vary = "Accept";
        await AnswerAsync(context, executor.Value.ExecuteAsync(RequestReader.FromQueryString(context), context.RequestAborted), format);
    }

    private async Task PostAsync(HttpContext context, ResponseFormat format)
    {
        if (!MediaTypes.IsJson(context.Request.ContentType))
        {
            throw new MalformedRequestException(StatusCodes.Status415UnsupportedMediaType, "The body of the request must be application/json, in UTF-8.");
        }
        var reader = context.Request.BodyReader;
        var body = await RequestReader.ReadBodyAsync(reader, context.Request.ContentLength, options.MaxRequestBodySize, context.RequestAborted);
        ValueTask<IExecutionResult> running;
        try
        {
            running = Start(context, body);
        }
        finally
        {
            reader.AdvanceTo(body.End);
        }
        await AnswerAsync(context, running, format);
    }

    /// <summary>Begins to execute a body. The executor reads document and variables before it first waits, so their memory is free afterwards.</summary>
    private ValueTask<IExecutionResult> Start(HttpContext context, ReadOnlySequence<byte> body)
    {
        var joined = body.IsSingleSegment ? null : ArrayPool<byte>.Shared.Rent((int)body.Length);
        var memory = body.First;
        if (joined is not null)
        {
            body.CopyTo(joined);
            memory = joined.AsMemory(0, (int)body.Length);
        }
        try
        {
            using var parsed = RequestBody.Parse(memory);
            return executor.Value.ExecuteAsync(
                new OperationRequest
                {
                    Document = parsed.Query,
                    OperationName = parsed.OperationName,
                    Variables = parsed.Variables,
                    Extensions = parsed.Extensions,
                    Services = context.RequestServices,
                    User = context.User,
                    AllowedOperations = OperationKinds.Query | OperationKinds.Mutation,
                },
                context.RequestAborted);
        }
        finally
        {
            if (joined is not null)
            {
                ArrayPool<byte>.Shared.Return(joined);
            }
        }
    }

    private static async Task AnswerAsync(HttpContext context, ValueTask<IExecutionResult> running, ResponseFormat format)
    {
        await using var result = await running;
        await ResponseWriter.WriteAsync(context, (OperationResult)result, format);
    }
}
