using System.Net;

namespace RoadmapBot.Teams;

/// <summary>Whether a request is made on this machine, to this machine, by its own name.</summary>
internal static class LocalUse
{
    /// <summary>What a tunnel or proxy on this machine adds; whoever is behind it is not here.</summary>
    private static readonly string[] Forwarded = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-Host"];

    /// <returns>False also for a foreign site whose host name is made to lead here.</returns>
    public static bool IsFromHere(HttpContext http) =>
        http.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && IPAddress.IsLoopback(remote) && IPAddress.IsLoopback(local)
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)))
        && !Forwarded.Any(http.Request.Headers.ContainsKey);
}
