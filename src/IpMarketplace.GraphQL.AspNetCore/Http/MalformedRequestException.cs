using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>The HTTP request is not a GraphQL request; it is answered with this status and a GraphQL error that says why.</summary>
internal sealed class MalformedRequestException(int statusCode, string message, string code = ErrorCode.BadRequest) : Exception(message)
{
    public int StatusCode => statusCode;

    public IError Error { get; } = new Error(message, code);

    public static MalformedRequestException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    public static MalformedRequestException TooLarge(string message, string code) => new(StatusCodes.Status413PayloadTooLarge, message, code);
}
