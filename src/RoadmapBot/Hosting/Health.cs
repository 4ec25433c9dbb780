using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using RoadmapBot.Storage;
using RoadmapBot.Teams;

namespace RoadmapBot.Hosting;

/// <summary>
/// For the platform: <see cref="Live"/> says that the process runs, <see cref="Ready"/> whether it can serve turns now, and which part cannot.
/// Both may be read by anybody, so they hold no address, no name and no fault of a driver.
/// </summary>
internal static class Health
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<SigningKeysCheck>("signingKeys", timeout: Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write });
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = Write });
    }

    private static Task Write(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        ready = report.Status is HealthStatus.Healthy,
        parts = report.Entries.ToDictionary(part => part.Key, part => part.Value switch
        {
            { Status: HealthStatus.Healthy } => "ready",
            { Exception: null, Description: { } why } => $"not ready: {why}",
            _ => "not ready: it could not be asked",
        }),
    });
}

internal sealed class DatabaseCheck(RoadmapBotDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        await Schema.Fault(db, cancellationToken) is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy();
}

/// <summary>Without the channel's keys no activity is let in. Local use needs none.</summary>
internal sealed class SigningKeysCheck(SigningKeys keys, IOptions<TeamsOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        options.Value.AppId is null || await keys.AreKnown(cancellationToken).WaitAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("the keys that sign the channel's tokens cannot be had from Teams:OpenIdMetadataUrl");
}
