using IpMarketplace.GraphQL.AspNetCore.WebSockets;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>Settings of GraphQL over HTTP.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>The largest request body, in bytes; larger ones are refused with 413. The files of multipart requests have limits of their own.</summary>
    public int MaxRequestBodySize { get; set; } = 1024 * 1024;

    /// <summary>Whether queries may be sent by GET.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>
    /// Whether GET needs a header that no page of another site can send without a preflight, <c>GraphQL-Preflight: 1</c>. Off by default: a GET only
    /// reads, no other site's page can read the answer, and who asks is told by a header that browsers never add by themselves. A host that knows its
    /// users by cookies or client certificates turns it on.
    /// </summary>
    public bool EnforceGetRequestsPreflightHeader { get; set; }

    /// <summary>How many requests a list may hold; 0, the default, takes no lists. They run one after another, each in a service scope of its own.</summary>
    public int MaxBatchSize { get; set; }

    /// <summary>
    /// Whether files may be sent along (https://github.com/jaydenseric/graphql-multipart-request-spec). Such requests always need the header
    /// <c>GraphQL-Preflight: 1</c>: any page can post a form without a preflight.
    /// </summary>
    public bool EnableMultipartRequests { get; set; }

    /// <summary>How many files a request may bring.</summary>
    public int MaxFiles { get; set; } = 10;

    /// <summary>The largest file, in bytes.</summary>
    public int MaxFileSize { get; set; } = 10 * 1024 * 1024;

    /// <summary>How often a comment is sent on an event stream, so that nothing on the way takes it for dead.</summary>
    public TimeSpan EventStreamKeepAlive { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>The page for a browser that opens the address; null for none.</summary>
    public ExplorerPage? Explorer { get; set; } = ExplorerPage.Small;

    /// <summary>Settings of the sockets that are opened at the same address.</summary>
    public GraphQLSocketOptions Sockets { get; } = new();
}
