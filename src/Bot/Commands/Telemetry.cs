using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Teams;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Sends traces, metrics and logs to an OpenTelemetry collector, where one is named; else nothing of it exists.</summary>
internal sealed partial class Telemetry(IConfiguration configuration, ILogger<Telemetry> log) : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Headers = "OTEL_EXPORTER_OTLP_HEADERS";

    // From the quickest answer to the longest turn, in seconds; the usual bounds are made for milliseconds.
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private const int LastWords = 5000; // Milliseconds.

    private OpenTelemetrySdk? sdk;

    /// <summary>What is wrong with the settings of telemetry; null where nothing is.</summary>
    public static string? Problem(IConfiguration configuration) =>
        configuration[Endpoint] is not { Length: > 0 } endpoint ? null
        : !Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            ? $"{Endpoint} is not an address telemetry can be sent to: write it like http://localhost:4317, or take it out."
        : configuration[Protocol] is { Length: > 0 } protocol && protocol is not ("grpc" or "http/protobuf")
            ? $"{Protocol} is no protocol this bot speaks: set it to grpc or http/protobuf."
        : (configuration[Headers] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Any(header => header.IndexOf('=') < 1)
            ? $"{Headers} is not a list of headers: write it like api-key=…, with commas between several."
        : null;

    /// <summary>Adds telemetry to the bot where a collector is named.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is { Length: > 0 } && Problem(builder.Configuration) is null)
        {
            AddTo(builder);
        }
    }

    // A method of its own, so that without a collector nothing of it is even loaded.
    private static void AddTo(WebApplicationBuilder builder)
    {
        // Without this, the spans of requests do not say what was requested.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Services.AddHostedService<Telemetry>();
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.SetResourceBuilder(Describe(ResourceBuilder.CreateDefault()));
            logs.IncludeFormattedMessage = true;
            logs.AddOtlpExporter();
        });
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        sdk = OpenTelemetrySdk.Create(telemetry =>
        {
            telemetry.Services.AddSingleton(configuration);
            telemetry.ConfigureResource(resource => Describe(resource));
            telemetry.WithTracing(traces =>
            {
                // Not System.Net.Http: its spans carry whole addresses, and those of Teams name conversations.
                traces.AddSource(TurnMeasures.Name, Measures.Name, "Microsoft.AspNetCore").AddOtlpExporter();

                // Whether a turn is traced is for the operator to say, not for whoever calls.
                if (configuration["OTEL_TRACES_SAMPLER"] is not { Length: > 0 })
                {
                    traces.SetSampler<AlwaysOnSampler>();
                }
            });
            telemetry.WithMetrics(metrics => metrics
                .AddMeter(TurnMeasures.Name, Measures.Name, "Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime")
                .AddView(instrument => instrument.Meter.Name is TurnMeasures.Name or Measures.Name && instrument.Unit == "s" ? new ExplicitBucketHistogramConfiguration { Boundaries = Seconds } : null)
                .AddOtlpExporter());
        });

        // Providers are made when they are first asked for.
        _ = (sdk.TracerProvider, sdk.MeterProvider);
        Started(log, new Uri(configuration[Endpoint]!).Authority);
        return Task.CompletedTask;
    }

    // What was measured last is sent, but a collector that is down does not hold the bot up.
    public Task StopAsync(CancellationToken cancellationToken) => sdk is null ? Task.CompletedTask : Task.WhenAll(
        Task.Run(() => sdk.TracerProvider.Shutdown(LastWords), CancellationToken.None),
        Task.Run(() => sdk.MeterProvider.Shutdown(LastWords), CancellationToken.None));

    public void Dispose() => sdk?.Dispose();

    private static ResourceBuilder Describe(ResourceBuilder resource) => resource
        .AddService("teamsplanbot", serviceVersion: typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();

    [LoggerMessage(3201, LogLevel.Information, "Telemetry is sent to {Collector}.")]
    private static partial void Started(ILogger log, string collector);
}
