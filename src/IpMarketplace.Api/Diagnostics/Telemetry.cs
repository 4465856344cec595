using System.Diagnostics;
using IpMarketplace.Api.Settings;
using Microsoft.AspNetCore.Http.Features;

namespace IpMarketplace.Api.Diagnostics;

/// <summary>Traces and measurements in this host; without an endpoint there are none, and nothing is paid for them.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (settings.IsOn)
        {
            services.AddHostedService(_ => new TelemetryExport(settings));
        }
    }

    /// <summary>Gives ASP.NET's span of a request the name and attributes of the conventions for HTTP. Health checks leave no trace.</summary>
    public static void UseTelemetry(this WebApplication app, TelemetrySettings settings)
    {
        if (!settings.IsOn)
        {
            return;
        }
        app.Use(async (context, next) =>
        {
            var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
            if (span is null || context.Request.Path.StartsWithSegments("/health"))
            {
                span?.ActivityTraceFlags = ActivityTraceFlags.None;
                await next(context);
                return;
            }
            span.SetTag("http.request.method", context.Request.Method).SetTag("url.scheme", context.Request.Scheme).SetTag("url.path", context.Request.Path.Value);
            await next(context);
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
            span.SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
        });
    }
}
