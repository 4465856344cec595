using OpenTelemetry.Exporter;

namespace IpMarketplace.Api.Settings;

/// <summary>Where traces and measurements go. Nothing is recorded unless an endpoint is set.</summary>
internal sealed record TelemetrySettings
{
    /// <summary>The address of an OTLP collector, such as <c>http://collector:4318</c>; empty for none. Else <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
    public string? OtlpEndpoint { get; init; }

    /// <summary>How the collector is spoken to: <c>HttpProtobuf</c>, usually port 4318, or <c>Grpc</c>, usually port 4317.</summary>
    public OtlpExportProtocol OtlpProtocol { get; init; } = OtlpExportProtocol.HttpProtobuf;

    /// <summary>How the server calls itself; else <c>OTEL_SERVICE_NAME</c>.</summary>
    public string? ServiceName { get; init; }

    /// <summary>What tells this node from others; the machine's name by default.</summary>
    public string ServiceInstance { get; init; } = Environment.MachineName;

    /// <summary>Which part of the traces that begin here is kept, from 0 to 1. Callers that send a trace decide for it.</summary>
    public double SamplingRatio { get; init; } = 1;

    /// <summary>How often measurements are sent.</summary>
    public TimeSpan MetricInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether spans show the document, its numbers and strings replaced by <c>?</c>.</summary>
    public bool IncludeDocument { get; init; }

    /// <summary>Whether measurements and names of spans tell operations apart by name: where clients cannot make up names.</summary>
    public bool IncludeOperationName { get; init; }

    /// <summary>Whether anything is exported.</summary>
    public bool IsOn => !string.IsNullOrEmpty(OtlpEndpoint);

    /// <summary>The settings with what the standard variables of OpenTelemetry say where nothing else is said.</summary>
    public TelemetrySettings WithStandardVariables(IConfiguration configuration) => this with
    {
        OtlpEndpoint = OtlpEndpoint ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"],
        ServiceName = ServiceName ?? configuration["OTEL_SERVICE_NAME"] ?? "ipmarketplace",
    };

    public IEnumerable<string> Problems()
    {
        if (IsOn && (!Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https")))
        {
            yield return $"Telemetry:OtlpEndpoint is \"{OtlpEndpoint}\"; set it to a collector's address, such as http://collector:4318, or leave it empty.";
        }
        if (!Enum.IsDefined(OtlpProtocol))
        {
            yield return $"Telemetry:OtlpProtocol is {OtlpProtocol}; set it to HttpProtobuf or Grpc.";
        }
        if (SamplingRatio is not (>= 0 and <= 1))
        {
            yield return FormattableString.Invariant($"Telemetry:SamplingRatio is {SamplingRatio}; set it between 0 and 1, such as 0.1.");
        }
        if (MetricInterval < TimeSpan.FromSeconds(1) || MetricInterval > TimeSpan.FromDays(1))
        {
            yield return $"Telemetry:MetricInterval is {MetricInterval}; set it between 00:00:01 and 1.00:00:00.";
        }
    }
}
