using IpMarketplace.Api.Settings;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IpMarketplace.Api.Diagnostics;

/// <summary>Sends traces and measurements to a collector by OTLP while the server runs; what is left is sent when it has stopped to serve.</summary>
internal sealed class TelemetryExport(TelemetrySettings settings) : IHostedService, IDisposable
{
    private static readonly string[] Sources = [InstrumentationOptions.SourceName, "Microsoft.AspNetCore", "System.Net.Http"];

    private static readonly string[] Meters =
    [
        InstrumentationOptions.SourceName,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.EntityFrameworkCore",
        "System.Net.Http",
        "System.Runtime",
    ];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken ct)
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(Describe)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.SamplingRatio)))
            .AddSource(Sources)
            .AddOtlpExporter(exporter => SendTo(exporter, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(Describe)
            .AddMeter(Meters)
            .AddOtlpExporter((exporter, reader) =>
            {
                SendTo(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.MetricInterval.TotalMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken ct) => Task.Run(Dispose, ct);

    /// <inheritdoc/>
    public void Dispose()
    {
        Interlocked.Exchange(ref _traces, null)?.Dispose();
        Interlocked.Exchange(ref _metrics, null)?.Dispose();
    }

    private void Describe(ResourceBuilder resource) => resource.AddService(
        settings.ServiceName!,
        serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(),
        serviceInstanceId: settings.ServiceInstance);

    // An endpoint set by code is taken as it is, so the path of the signal is ours to add; gRPC has none.
    private void SendTo(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = settings.OtlpProtocol;
        var endpoint = settings.OtlpEndpoint!.TrimEnd('/');
        exporter.Endpoint = new Uri(settings.OtlpProtocol == OtlpExportProtocol.Grpc ? endpoint : $"{endpoint}/{path}");
    }
}
