using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>The HTTP request is not a GraphQL request; it is answered with this status and a GraphQL error that says why.</summary>
internal sealed class MalformedRequestException(int statusCode, IError error) : Exception(error.Message)
{
    public MalformedRequestException(int statusCode, string message, string code = ErrorCode.BadRequest) : this(statusCode, new Error(message, code)) { }

    public int StatusCode => statusCode;

    public IError Error => error;

    public static MalformedRequestException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    public static MalformedRequestException TooLarge(string message, string code, int limit, int statusCode = StatusCodes.Status413PayloadTooLarge) =>
        new(statusCode, ErrorBuilder.New().SetMessage(message).SetCode(code).SetExtension("limit", limit).Build());
}
