using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RoadmapBot.Rig.Wire;

/// <summary>A service that speaks OpenAI's chat API on a loopback port, streams included: keeps every request, and answers as it is told to.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeModel(WebApplication app) => _app = app;

    /// <summary>What the setting <c>LanguageModel:Endpoint</c> wants.</summary>
    public string Url => $"{_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/v1/";

    /// <summary>Every request, in order.</summary>
    public ConcurrentQueue<ModelRequest> Requests { get; } = new();

    /// <summary>How it answers; as a good model would, where nothing else is said.</summary>
    public Func<ModelRequest, HttpContext, Task> Script { get; set; } = ModelScripts.Obedient;

    /// <param name="script">A name of <see cref="ModelScripts.All"/>.</param>
    public static async Task<FakeModel> Start(string? script = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new FakeModel(app);
        if (script is not null)
            model.Script = ModelScripts.All[script];
        app.MapPost("/v1/chat/completions", async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var request = ModelRequest.Read(await reader.ReadToEndAsync(), http.Request.Headers.Authorization);
            model.Requests.Enqueue(request);
            await model.Script(request, http);
        });
        await app.StartAsync();
        return model;
    }

    /// <summary>The settings of a bot that asks it, with short limits.</summary>
    public (string, string)[] Settings(params (string, string)[] more) =>
    [
        ("LanguageModel:Endpoint", Url), ("LanguageModel:Model", "fake-1"), ("LanguageModel:Key", "key-of-the-fake"), ("LanguageModel:CallLimit", "00:00:01"),
        ("LanguageModel:DraftLimit", "00:00:05"), .. more,
    ];

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
