using System.Diagnostics;
using IpMarketplace.Api.Settings;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IpMarketplace.Api.Diagnostics;

/// <summary>Sends traces and measurements to a collector by OTLP; without an endpoint there are none, and nothing is paid for them.</summary>
internal static class Telemetry
{
    private static readonly string[] Meters = [InstrumentationOptions.SourceName, "Microsoft.EntityFrameworkCore"];

    /// <summary>Requests, operations, calls to other servers and the statements that they send. Health checks leave no trace, nor do statements that no request asked for.</summary>
    public static void AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (!settings.IsOn)
        {
            return;
        }
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                settings.ServiceName!, serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(), serviceInstanceId: settings.ServiceInstance))
            .WithTracing(traces => traces
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.SamplingRatio)))
                .AddSource(InstrumentationOptions.SourceName)
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation()
                .AddEntityFrameworkCoreInstrumentation(options => options.Filter = (_, _) => Activity.Current?.ParentId is not null)
                .AddOtlpExporter(exporter => SendTo(exporter, settings, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter((exporter, reader) =>
                {
                    SendTo(exporter, settings, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.MetricInterval.TotalMilliseconds;
                }));
    }

    // An endpoint set by code is taken as it is, so the path of the signal is ours to add; gRPC has none.
    private static void SendTo(OtlpExporterOptions exporter, TelemetrySettings settings, string path)
    {
        exporter.Protocol = settings.OtlpProtocol;
        var endpoint = settings.OtlpEndpoint!.TrimEnd('/');
        exporter.Endpoint = new Uri(settings.OtlpProtocol == OtlpExportProtocol.Grpc ? endpoint : $"{endpoint}/{path}");
    }
}
