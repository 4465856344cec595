using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>
/// Headers of which any proves that the request is not one that a browser sends for another site's page without asking (Fetch, "CORS-preflight
/// fetch"): a page can set none of them unless the server has allowed its site.
/// </summary>
internal static class Preflight
{
    private static readonly string[] Headers = ["GraphQL-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name"];

    /// <exception cref="MalformedRequestException">The request has none of the headers.</exception>
    public static void Require(HttpRequest request, string kind)
    {
        if (!Array.Exists(Headers, header => request.Headers[header] is [{ Length: > 0 }, ..]))
        {
            throw new MalformedRequestException(StatusCodes.Status400BadRequest, $"{kind} must carry the header \"GraphQL-Preflight: 1\".", ErrorCode.PreflightRequired);
        }
    }
}
