using IpMarketplace.Api.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Net.Http.Headers;

namespace IpMarketplace.Api.Http;

/// <summary>Addresses, limits, proxies, origins.</summary>
internal static class Network
{
    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    public static void AddNetwork(this WebApplicationBuilder builder, HttpSettings settings)
    {
        if (AddressSettings.All(name => string.IsNullOrEmpty(builder.Configuration[name])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(HttpSettings.DefaultAddress);
        }
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = settings.MaxRequestBytes;
            server.Limits.RequestHeadersTimeout = settings.RequestHeadersTimeout;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.ShutdownTimeout);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As many proxies as are known, one behind another.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in settings.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(settings.AllowedOrigins)
            .WithMethods("GET", "POST")
            .WithHeaders("authorization", "content-type", "idempotency-key", "graphql-preflight", "apollo-require-preflight", "x-apollo-operation-name", RequestIds.Header)
            .WithExposedHeaders(RequestIds.Header, HeaderNames.RetryAfter)));
    }

    public static void UseNetwork(this WebApplication app, HttpSettings settings)
    {
        if (settings.TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders();
        }
        if (settings.AllowedOrigins.Length > 0)
        {
            app.UseCors();
        }
    }
}
