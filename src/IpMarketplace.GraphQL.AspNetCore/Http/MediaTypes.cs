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

    /// <summary><c>text/event-stream</c>: an event for every response, errors included.</summary>
    EventStream,

    /// <summary><c>text/html</c>: a browser, which gets the explorer.</summary>
    Html,
}

/// <summary>The media types of GraphQL over HTTP, and the choice among them by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
internal static class MediaTypes
{
    public const string Json = "application/json; charset=utf-8";
    public const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    public const string EventStream = "text/event-stream; charset=utf-8";

    private const string JsonType = "application/json";
    private const string GraphQLResponseType = "application/graphql-response+json";
    private const string EventStreamType = "text/event-stream";
    private const string MultipartType = "multipart/form-data";

    // The order is that of preference where a client has none.
    private static readonly (ResponseFormat Format, MediaTypeHeaderValue Type)[] Offers =
    [
        (ResponseFormat.Json, new(JsonType)),
        (ResponseFormat.GraphQLResponse, new(GraphQLResponseType)),
        (ResponseFormat.EventStream, new(EventStreamType)),
        (ResponseFormat.Html, new("text/html")),
    ];

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

    /// <summary>Whether a request body is JSON in UTF-8.</summary>
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

    /// <summary>Whether a request body is a form in parts, as files are sent.</summary>
    public static bool IsMultipart(string? contentType) => contentType?.StartsWith(MultipartType, StringComparison.OrdinalIgnoreCase) == true;

    // The weight of a format is that of the most specific range it falls under. Equal weights: what is named stands before what a wildcard
    // lets through, and among those named the order of the header counts.
    private static ResponseFormat Best(IList<MediaTypeHeaderValue> ranges, bool offersHtml)
    {
        var best = ResponseFormat.NotAcceptable;
        var bestRank = (Quality: 0.0, Specificity: 0, Position: 0);
        foreach (var (format, type) in Offers)
        {
            var rank = RankOf(type, ranges);
            if (rank.Quality > 0 && rank.CompareTo(bestRank) > 0 && (offersHtml || format != ResponseFormat.Html))
            {
                (best, bestRank) = (format, rank);
            }
        }
        return best;
    }

    private static (double Quality, int Specificity, int Position) RankOf(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> ranges)
    {
        var rank = (Quality: 0.0, Specificity: 0, Position: 0);
        for (var i = 0; i < ranges.Count; i++)
        {
            var range = ranges[i];
            var specificity = SpecificityOf(range, type);
            if (specificity > rank.Specificity && IsUtf8(range.Charset))
            {
                rank = (range.Quality ?? 1, specificity, -i);
            }
        }
        return rank;
    }

    private static int SpecificityOf(MediaTypeHeaderValue range, MediaTypeHeaderValue type) => range switch
    {
        { MatchesAllTypes: true } => 1,
        { MatchesAllSubTypes: true } => range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase) ? 2 : 0,
        _ => range.MediaType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase) ? 3 : 0,
    };

    private static bool IsUtf8(StringSegment charset) =>
        !charset.HasValue || charset.Length == 0 || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
