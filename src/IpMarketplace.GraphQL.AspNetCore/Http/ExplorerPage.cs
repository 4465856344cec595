namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>The page for a browser: write a query, run it, look up the schema. One file, nothing is loaded from elsewhere.</summary>
internal static class ExplorerPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly byte[] Page = Load();

    public static async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Page.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = "Accept";
        await response.Body.WriteAsync(Page, context.RequestAborted);
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
