namespace IpMarketplace.Api.Http;

/// <summary>What browsers are told of every answer: it is nothing but its content type, stands in no other site's page, and names nobody it came from.</summary>
internal static class SafeHeaders
{
    public static IApplicationBuilder UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return next(context);
    });
}
