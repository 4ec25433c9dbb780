using Microsoft.AspNetCore.Server.Kestrel.Core;
using RoadmapBot.Teams;

namespace RoadmapBot.Hosting;

/// <summary>What a connection may take, so that slow or many ones cannot keep Teams out; and how long the process may take to stop.</summary>
internal static class Limits
{
    private const int MostConnections = 1024;
    private static readonly TimeSpan LongestHeaders = TimeSpan.FromSeconds(10);
    private static readonly MinDataRate SlowestBody = new(bytesPerSecond: 8 * 1024, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>The last turns and their apologies, what they said, the last spans and metrics. Platforms wait thirty seconds before they kill.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(28);

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MessagesEndpoint.LargestBody;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.RequestHeadersTimeout = LongestHeaders;
            kestrel.Limits.MinRequestBodyDataRate = SlowestBody;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
    }
}
