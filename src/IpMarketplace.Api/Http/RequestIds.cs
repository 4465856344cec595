using System.Buffers;

namespace IpMarketplace.Api.Http;

/// <summary>
/// Every request has an id: the caller's <c>X-Request-Id</c> where it is presentable, else a new one. It is answered, stands
/// in every log line of the request and in the history of what the request changed.
/// </summary>
internal static class RequestIds
{
    public const string Header = "X-Request-Id";
    private const int MaxLength = 64;
    private static readonly SearchValues<char> Presentable = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static IApplicationBuilder UseRequestIds(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestIds));
        return app.Use(async (context, next) =>
        {
            var given = context.Request.Headers[Header].ToString();
            var id = given.Length is > 0 and <= MaxLength && !given.AsSpan().ContainsAnyExcept(Presentable) ? given : Guid.NewGuid().ToString("N");
            context.TraceIdentifier = id;
            context.Response.Headers[Header] = id;
            using (log.BeginScope(new KeyValuePair<string, object>[] { new("RequestId", id) }))
            {
                await next(context);
            }
        });
    }
}
