using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RoadmapBot.Teams;

namespace RoadmapBot.Hosting;

/// <summary>
/// Traces, metrics and logs to an OpenTelemetry collector (OTLP), where one is named as every program names it; else nothing is exported. Spans of
/// outgoing HTTP are not: their URLs hold the ids of chats and people.
/// </summary>
internal sealed class TelemetryExport(TelemetryExport.Collector collector) : IHostedService, IDisposable
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const int LongestCall = 3000;

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <summary>Where the collector is, and how it is spoken to.</summary>
    internal sealed record Collector(Uri Address, OtlpExportProtocol Protocol)
    {
        /// <summary>An address that is set in code is used as it is, so the path of the signal is ours to add; gRPC has none.</summary>
        public void Set(OtlpExporterOptions exporter, string signal)
        {
            exporter.Protocol = Protocol;
            exporter.Endpoint = Protocol is OtlpExportProtocol.Grpc ? new Uri(Address.GetLeftPart(UriPartial.Authority)) : new Uri($"{Address.AbsoluteUri.TrimEnd('/')}/v1/{signal}");
            exporter.TimeoutMilliseconds = LongestCall;
        }
    }

    /// <exception cref="OptionsValidationException">The collector's address or protocol cannot be used.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        if (Read(builder.Configuration) is not { } collector)
            return;
        builder.Services.AddSingleton(collector).AddHostedService<TelemetryExport>();
        builder.Logging.AddOpenTelemetry(log =>
        {
            log.SetResourceBuilder(Resource());
            log.IncludeFormattedMessage = true;
            log.AddOtlpExporter(exporter => collector.Set(exporter, "logs"));
        });
    }

    /// <summary>A server span gets the tags of the semantic conventions, which ASP.NET Core leaves out, from what cannot hold anything of a person.</summary>
    public static async Task Tag(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
            return;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (route?.StartsWith("/health/", StringComparison.Ordinal) is true)
        {
            span.ActivityTraceFlags &= ~System.Diagnostics.ActivityTraceFlags.Recorded; // the platform asks all day long
            return;
        }

        var method = HttpMethods.IsPost(http.Request.Method) ? "POST" : HttpMethods.IsGet(http.Request.Method) ? "GET" : "_OTHER";
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode).SetTag("url.scheme", http.Request.Scheme);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetStatus(System.Diagnostics.ActivityStatusCode.Error);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource())
            .SetSampler(new AlwaysOnSampler()) // a front end's habit of marking requests as not sampled must not blind us
            .AddSource("Microsoft.AspNetCore", Telemetry.Name)
            .AddOtlpExporter(exporter => collector.Set(exporter, "traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Npgsql", Telemetry.Name)
            .AddOtlpExporter(exporter => collector.Set(exporter, "metrics"))
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>The first service to start is the last to stop: what the others did at the end is sent, too.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _traces, null)?.Dispose(); // a host may be stopped from two sides at once, and a provider must end once
        Interlocked.Exchange(ref _metrics, null)?.Dispose();
    }

    /// <summary>What the environment says (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) goes before our own name.</summary>
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty().AddService("roadmapbot").AddTelemetrySdk().AddEnvironmentVariableDetector();

    private static Collector? Read(IConfiguration settings)
    {
        if (settings[Endpoint] is not { Length: > 0 } address)
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw Fault(Endpoint, "is not an absolute http or https URL, such as http://localhost:4318.");
        return settings[Protocol] switch
        {
            null or "" or "http/protobuf" => new Collector(uri, OtlpExportProtocol.HttpProtobuf),
            "grpc" => new Collector(uri, OtlpExportProtocol.Grpc),
            _ => throw Fault(Protocol, "must be http/protobuf (the default) or grpc."),
        };
    }

    private static OptionsValidationException Fault(string setting, string fault) => new(setting, typeof(Collector), [$"{setting} {fault}"]);
}
