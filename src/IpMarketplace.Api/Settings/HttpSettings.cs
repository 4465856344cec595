using System.Net;

namespace IpMarketplace.Api.Settings;

/// <summary>How the server meets the network. Addresses to listen on are ASP.NET's own setting, <c>Urls</c>.</summary>
internal sealed record HttpSettings
{
    /// <summary>Where the server listens when nothing else is configured: reachable from this machine only.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>The largest request body, in bytes.</summary>
    public int MaxRequestBytes { get; init; } = 1_048_576;

    /// <summary>How many GraphQL requests may come as a list in one body; 0 takes no lists.</summary>
    public int MaxBatchSize { get; init; }

    /// <summary>Files that come with a request.</summary>
    public UploadSettings Uploads { get; init; } = new();

    /// <summary>How long a client may take to send its request's headers.</summary>
    public TimeSpan RequestHeadersTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long running requests may take after the server was told to stop.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Web sites whose pages may call the server, such as <c>https://market.example</c>; none by default.</summary>
    public string[] AllowedOrigins { get; init; } = [];

    /// <summary>Networks of the reverse proxies whose <c>X-Forwarded-*</c> headers are believed, such as <c>10.0.0.0/8</c>; none by default.</summary>
    public string[] TrustedProxies { get; init; } = [];

    public IEnumerable<string> Problems()
    {
        if (MaxRequestBytes is < 1024 or > 1_073_741_824)
        {
            yield return $"Http:MaxRequestBytes is {MaxRequestBytes}; set it between 1024 and 1073741824.";
        }
        if (MaxBatchSize is < 0 or > 1000)
        {
            yield return $"Http:MaxBatchSize is {MaxBatchSize}; set it between 0 and 1000.";
        }
        foreach (var problem in Uploads.Problems())
        {
            yield return problem;
        }
        if (RequestHeadersTimeout <= TimeSpan.Zero)
        {
            yield return $"Http:RequestHeadersTimeout is {RequestHeadersTimeout}; set it to more than 0, such as 00:00:15.";
        }
        if (ShutdownTimeout < TimeSpan.Zero)
        {
            yield return $"Http:ShutdownTimeout is {ShutdownTimeout}; set it to 0 or more, such as 00:00:20.";
        }
        foreach (var origin in AllowedOrigins.Where(origin => !IsOrigin(origin)))
        {
            yield return $"Http:AllowedOrigins holds \"{origin}\"; an origin is a scheme and a host without a path, such as https://market.example.";
        }
        foreach (var network in TrustedProxies.Where(network => !IPNetwork.TryParse(network, out _)))
        {
            yield return $"Http:TrustedProxies holds \"{network}\"; write a network such as 10.0.0.0/8.";
        }
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && origin == uri.GetLeftPart(UriPartial.Authority);
}
