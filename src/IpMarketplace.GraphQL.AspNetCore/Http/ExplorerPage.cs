namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>The page for a browser that opens the address of the endpoint.</summary>
/// <param name="Html">The page, in UTF-8.</param>
/// <param name="Policy">Its Content-Security-Policy.</param>
public sealed record ExplorerPage(ReadOnlyMemory<byte> Html, string Policy)
{
    private const string Inline = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A small page in one file: write a query, run it, look up the schema.</summary>
    public static ExplorerPage Small { get; } = new(Load(), Inline);

    internal async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Html.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = "Accept";
        await response.Body.WriteAsync(Html, context.RequestAborted);
    }

    private static byte[] Load()
    {
        using var resource = typeof(ExplorerPage).Assembly.GetManifestResourceStream("explorer.html")
            ?? throw new InvalidOperationException("The explorer page is not in the assembly.");
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
