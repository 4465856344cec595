using System.Buffers;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>Writes responses with the status that GraphQL over HTTP asks for.</summary>
internal static class ResponseWriter
{
    /// <summary>Writes the result of an execution, or of a request that could not be executed.</summary>
    public static ValueTask WriteAsync(HttpContext context, OperationResult result, ResponseFormat format)
    {
        var status = StatusOf(result, format, isGet: HttpMethods.IsGet(context.Request.Method));
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = "POST";
        }
        return WriteAsync(context, result, format, status);
    }

    /// <summary>Writes the answer to a malformed request.</summary>
    public static ValueTask WriteAsync(HttpContext context, MalformedRequestException malformed, ResponseFormat format) =>
        WriteAsync(context, new RequestErrorResult([malformed.Error]), format, malformed.StatusCode);

    /// <summary>Writes a whole body that is ready.</summary>
    public static async ValueTask WriteAsync(HttpContext context, ResponseBuffer body, ResponseFormat format, int status)
    {
        Put(context, body, format, status);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    // With application/json every well-formed response has status 200, whatever it says; with application/graphql-response+json
    // the status of a request that was not executed is 400. An event stream carries such errors itself.
    public static int StatusOf(OperationResult result, ResponseFormat format, bool isGet)
    {
        if (result.HasData)
        {
            return StatusCodes.Status200OK;
        }
        return result.Errors[0].Code switch
        {
            ErrorCode.OperationNotAllowed when isGet => StatusCodes.Status405MethodNotAllowed,
            ErrorCode.BadRequest => StatusCodes.Status400BadRequest,
            ErrorCode.Unexpected when format != ResponseFormat.EventStream => StatusCodes.Status500InternalServerError,
            _ => format == ResponseFormat.GraphQLResponse ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }

    private static async ValueTask WriteAsync(HttpContext context, OperationResult result, ResponseFormat format, int status)
    {
        var buffer = ResponseBuffer.Rent();
        try
        {
            result.WriteTo(buffer);
            if (!result.HasData)
            {
                // What was asked for may be there next time: a document that a client is about to add, above all.
                context.Response.Headers.CacheControl = "no-store";
            }
            Put(context, buffer, format, status);
        }
        finally
        {
            buffer.Return();
        }
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static void Put(HttpContext context, ResponseBuffer body, ResponseFormat format, int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = format == ResponseFormat.GraphQLResponse ? MediaTypes.GraphQLResponse : MediaTypes.Json;
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body.Written);
    }
}
