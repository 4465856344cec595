namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>Settings of GraphQL over HTTP.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>The largest request body, in bytes; larger ones are refused with 413.</summary>
    public int MaxRequestBodySize { get; set; } = 1024 * 1024;

    /// <summary>Whether queries may be sent by GET.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>Whether a browser that opens the address gets the explorer page.</summary>
    public bool Explorer { get; set; } = true;
}
