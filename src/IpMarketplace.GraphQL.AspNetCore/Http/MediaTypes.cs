using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>In which form a response is wanted.</summary>
internal enum ResponseFormat
{
    /// <summary>None that the server offers: 406.</summary>
    NotAcceptable,

    /// <summary><c>application/json</c>: every well-formed GraphQL response has status 200.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status tells whether the request was executed.</summary>
    GraphQLResponse,

    /// <summary><c>text/html</c>: a browser, which gets the explorer.</summary>
    Html,
}

/// <summary>The media types of GraphQL over HTTP, and the choice among them by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
internal static class MediaTypes
{
    public const string Json = "application/json; charset=utf-8";
    public const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";

    private const string JsonType = "application/json";
    private const string GraphQLResponseType = "application/graphql-response+json";
    private const string HtmlType = "text/html";

    /// <summary>The best of the offered formats; <c>application/json</c> where anything goes.</summary>
    public static ResponseFormat Negotiate(StringValues accept, bool offersHtml)
    {
        if (accept.Count == 0 || accept is [null or "" or "*/*" or JsonType])
        {
            return ResponseFormat.Json;
        }
        if (accept is [GraphQLResponseType])
        {
            return ResponseFormat.GraphQLResponse;
        }
        return MediaTypeHeaderValue.TryParseList(accept, out var ranges) ? Best(ranges, offersHtml) : ResponseFormat.NotAcceptable;
    }

    /// <summary>Whether a request body is JSON in UTF-8. Nothing else is taken, so that no page of another site can post a form here.</summary>
    public static bool IsJson(string? contentType)
    {
        if (contentType is null or JsonType)
        {
            return contentType is not null;
        }
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase)
            && IsUtf8(type.Charset);
    }

    private static ResponseFormat Best(IList<MediaTypeHeaderValue> ranges, bool offersHtml)
    {
        var best = ResponseFormat.NotAcceptable;
        var bestQuality = 0.0;
        // The order is that of preference among equals: an explicit range stands before */*, for which JSON is the answer.
        foreach (var range in ranges.OrderBy(range => range.MatchesAllTypes))
        {
            var quality = range.Quality ?? 1;
            if (quality > bestQuality && FormatOf(range, offersHtml) is not ResponseFormat.NotAcceptable and var format)
            {
                (best, bestQuality) = (format, quality);
            }
        }
        return best;
    }

    private static ResponseFormat FormatOf(MediaTypeHeaderValue range, bool offersHtml)
    {
        if (!IsUtf8(range.Charset))
        {
            return ResponseFormat.NotAcceptable;
        }
        if (range.MatchesAllTypes || range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) || range.MediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase))
        {
            return ResponseFormat.Json;
        }
        if (range.MediaType.Equals(GraphQLResponseType, StringComparison.OrdinalIgnoreCase))
        {
            return ResponseFormat.GraphQLResponse;
        }
        return offersHtml && range.MediaType.Equals(HtmlType, StringComparison.OrdinalIgnoreCase) ? ResponseFormat.Html : ResponseFormat.NotAcceptable;
    }

    private static bool IsUtf8(StringSegment charset) =>
        !charset.HasValue || charset.Length == 0 || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
