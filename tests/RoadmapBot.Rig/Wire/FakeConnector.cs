using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RoadmapBot.Rig.Wire;

/// <param name="Seq">Counts all changes of all chats.</param>
internal sealed record Shown(string Chat, string Id, int Seq, JsonElement Activity);

/// <summary>One request as it came over the wire.</summary>
/// <param name="Target">Path and query as sent, still percent-encoded.</param>
internal sealed record Call(string Method, string Target, string? Authorization, string Body);

/// <summary>Teams' end of the wire on a loopback port: keeps what every chat shows, and answers as it is told to.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<(string Chat, string Id), Shown> _shown = new();
    private readonly ConcurrentDictionary<string, string> _personal = new();
    private readonly SemaphoreSlim _changed = new(0);
    private int _seq;
    private int _blankCalls;

    private FakeConnector(WebApplication app) => _app = app;

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Every request, in order.</summary>
    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Answers to give instead of success, first in first out.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Faults { get; } = new();

    /// <summary>An answer to give instead of success to every call that it wants; null leaves the call to the chat.</summary>
    public Func<Call, Func<HttpContext, Task>?>? Always { get; set; }

    /// <summary>
    /// What becomes of a call: whether the chat takes it, and what is answered whatever became of it; null for a call that is taken and answered as it should be.
    /// </summary>
    public Func<Call, (bool IsTaken, Func<HttpContext, Task> Answer)?>? Script { get; set; }

    /// <summary>Keeps nothing and answers at once, so that it costs a measurement as little as it can.</summary>
    public bool IsBlank { get; set; }

    /// <summary>How many calls came while it was blank.</summary>
    public int BlankCalls => _blankCalls;

    /// <summary>What a roster call answers, as JSON.</summary>
    public string Members { get; set; } = """{"members":[]}""";

    /// <summary>The chat of a person whom the bot has written to first.</summary>
    public string PersonalChat(string person) => _personal.GetOrAdd(person, _ => $"a:{person}");

    public static async Task<FakeConnector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Use(connector.Intercept);
        app.MapPost("/v3/conversations", (JsonElement body) => connector.Open(body));
        app.MapPost("/v3/conversations/{chat}/activities", (string chat, HttpContext http) => connector.Add(chat, http));
        app.MapPost("/v3/conversations/{chat}/activities/{id}", (string chat, HttpContext http) => connector.Add(chat, http));
        app.MapPut("/v3/conversations/{chat}/activities/{id}", connector.Put);
        app.MapDelete("/v3/conversations/{chat}/activities/{id}", connector.Delete);
        app.MapGet("/v3/conversations/{chat}/pagedmembers", () => Results.Text(connector.Members, "application/json"));
        await app.StartAsync();
        return connector;
    }

    /// <summary>What the chat shows now, oldest first; typing signs left out.</summary>
    public IReadOnlyList<Shown> In(string chat) => [.. _shown.Values.Where(shown => shown.Chat == chat).OrderBy(shown => shown.Seq)];

    /// <summary>Waits until the chat shows something that fits and came, or changed, after the given number.</summary>
    public async Task<Shown> WaitFor(string chat, Func<Shown, bool> fits, int after, string wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (In(chat).FirstOrDefault(shown => shown.Seq > after && fits(shown)) is { } found)
                return found;
            try
            {
                await _changed.WaitAsync(TimeSpan.FromMilliseconds(100), limit.Token);
            }
            catch (OperationCanceledException)
            {
                var seen = string.Join("\n---\n", In(chat).Where(shown => shown.Seq > after).Select(shown => CardText.Of(shown.Activity)));
                throw new TimeoutException($"{chat} never showed {wanted}. It showed:\n{seen}");
            }
        }
    }

    /// <summary>Waits until so many calls have come.</summary>
    public async Task WaitForCalls(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Calls.Count < count)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _changed.Dispose();
    }

    private async Task Intercept(HttpContext http, RequestDelegate next)
    {
        if (IsBlank)
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            Interlocked.Increment(ref _blankCalls);
            (http.Response.StatusCode, http.Response.ContentType) = (StatusCodes.Status201Created, "application/json");
            await http.Response.WriteAsync("""{"id":"m0"}""");
            return;
        }

        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        http.Request.Body.Position = 0;
        var call = new Call(
            http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, http.Request.Headers.Authorization, body);
        Calls.Enqueue(call);
        if (Faults.TryDequeue(out var fault) || (fault = Always?.Invoke(call)) is not null)
            await fault(http);
        else if (Script?.Invoke(call) is { } scripted)
            await Play(scripted.IsTaken, scripted.Answer, http, next);
        else
            await next(http);
    }

    /// <summary>The chat's own answer goes nowhere.</summary>
    private static async Task Play(bool isTaken, Func<HttpContext, Task> answer, HttpContext http, RequestDelegate next)
    {
        if (isTaken)
        {
            var own = http.Response.Body;
            http.Response.Body = Stream.Null;
            await next(http);
            http.Response.Body = own;
            http.Response.Headers.Clear();
        }

        await answer(http);
    }

    private IResult Open(JsonElement body) =>
        Results.Json(new { id = PersonalChat(body.GetProperty("members")[0].GetProperty("id").GetString()!) }, statusCode: 201);

    private async Task<IResult> Add(string chat, HttpContext http)
    {
        var activity = await Read(http);
        if (activity.GetProperty("type").GetString() is "typing")
            return Results.StatusCode(202);
        var seq = Interlocked.Increment(ref _seq);
        var id = $"m{seq}";
        _shown[(chat, id)] = new Shown(chat, id, seq, activity);
        _changed.Release();
        return Results.Json(new { id }, statusCode: 201);
    }

    private async Task<IResult> Put(string chat, string id, HttpContext http)
    {
        if (!_shown.ContainsKey((chat, id)))
            return Results.Json(new { error = new { code = "ActivityNotFoundInConversation" } }, statusCode: 404);
        _shown[(chat, id)] = new Shown(chat, id, Interlocked.Increment(ref _seq), await Read(http));
        _changed.Release();
        return Results.Json(new { id });
    }

    private IResult Delete(string chat, string id)
    {
        _shown.TryRemove((chat, id), out _);
        _changed.Release();
        return Results.Ok();
    }

    private static async Task<JsonElement> Read(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        return body.RootElement.Clone();
    }
}
