using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>The HTTP request is not a GraphQL request; it is answered with this status and a GraphQL error that says why.</summary>
internal sealed class MalformedRequestException(int statusCode, string message) : Exception(message)
{
    public int StatusCode => statusCode;

    public IError Error { get; } = new Error(message, ErrorCode.BadRequest);

    public static MalformedRequestException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);
}
