using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RoadmapBot.Rig.Wire;

/// <summary>
/// An OpenTelemetry collector on a loopback port that keeps every byte. Spans and metrics are of the whole process, other tests' bots included;
/// logs are of the bot that was given its address.
/// </summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeCollector(WebApplication app) => _app = app;

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Every export, by its path.</summary>
    public ConcurrentQueue<(string Path, byte[] Body)> Exports { get; } = new();

    public static async Task<FakeCollector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new FakeCollector(app);
        app.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.Exports.Enqueue((request.Path, body.ToArray()));
        });
        await app.StartAsync();
        return collector;
    }

    public IReadOnlyList<OtlpSpan> Spans(string trace) =>
        [.. Exports.Where(export => export.Path == "/v1/traces").SelectMany(export => OtlpSpan.Read(export.Body)).Where(span => span.Trace == trace)];

    /// <summary>Whether the words are anywhere in what was exported to this path.</summary>
    public bool Holds(string words, string path = "/v1/") => Find(words, path) is not null;

    /// <summary>Where the words stand in what was exported to this path, with what stands around them; null where nowhere.</summary>
    public string? Find(string words, string path = "/v1/")
    {
        foreach (var (where, body) in Exports.Where(export => export.Path.StartsWith(path, StringComparison.Ordinal)))
        {
            if (body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) is >= 0 and var at)
                return $"{where}: …{Encoding.UTF8.GetString(body.AsSpan()[Math.Max(0, at - 200)..Math.Min(body.Length, at + 100)])}…";
        }

        return null;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
