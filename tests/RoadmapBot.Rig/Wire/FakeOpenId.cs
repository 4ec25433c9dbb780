using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RoadmapBot.Rig.Wire;

/// <summary>A key of the channel.</summary>
/// <param name="Endorsements">The channels that it may sign for; null where the key list does not say.</param>
internal sealed record ChannelKey(string Id, RSA Rsa, string[]? Endorsements)
{
    public static ChannelKey Make(string id, params string[] endorsements) => new(id, RSA.Create(2048), endorsements);

    public JsonObject Public()
    {
        var numbers = Rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["x5t"] = Id,
            ["n"] = ChannelJwt.Base64(numbers.Modulus!),
            ["e"] = ChannelJwt.Base64(numbers.Exponent!),
        };
        if (Endorsements is not null)
            key["endorsements"] = new JsonArray([.. Endorsements.Select(channel => (JsonNode)channel)]);
        return key;
    }
}

/// <summary>The Bot Framework's metadata and key list, and Entra's token endpoint, on a loopback port.</summary>
internal sealed class FakeOpenId : IAsyncDisposable
{
    public const string Issuer = "https://issuer.test";

    private readonly WebApplication _app;
    private int _tokens;

    private FakeOpenId(WebApplication app) => _app = app;

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public string MetadataUrl => $"{Url}/metadata";

    public string TokenUrl => $"{Url}/token";

    /// <summary>The keys that are listed now.</summary>
    public List<ChannelKey> Keys { get; } = [ChannelKey.Make("key-1", "msteams")];

    /// <summary>Every request by its path, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The form of every request for an outgoing token.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> TokenForms { get; } = new();

    /// <summary>How long outgoing tokens live.</summary>
    public int TokenSeconds { get; set; } = 3600;

    /// <summary>An answer to give instead; null for the true one.</summary>
    public Func<HttpContext, Task>? Fault { get; set; }

    /// <summary>The only path that the fault is at; null for all.</summary>
    public string? FaultAt { get; set; }

    public static async Task<FakeOpenId> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var openId = new FakeOpenId(app);
        app.Use(openId.Intercept);
        app.MapGet("/metadata", () => Results.Text(openId.Metadata().ToJsonString(), "application/json"));
        app.MapGet("/keys", () => Results.Text(openId.KeyList().ToJsonString(), "application/json"));
        app.MapPost("/token", (HttpRequest request) => openId.Grant(request));
        await app.StartAsync();
        return openId;
    }

    public int Count(string path) => Asked.Count(asked => asked == path);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Intercept(HttpContext http, RequestDelegate next)
    {
        Asked.Enqueue(http.Request.Path);
        if (Fault is { } fault && (FaultAt is null || FaultAt == http.Request.Path))
            await fault(http);
        else
            await next(http);
    }

    private JsonObject Metadata() => new()
    {
        ["issuer"] = Issuer,
        ["jwks_uri"] = $"{Url}/keys",
        ["authorization_endpoint"] = "https://invalid.test",
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    private JsonObject KeyList() => new() { ["keys"] = new JsonArray([.. Keys.Select(key => key.Public())]) };

    private async Task<IResult> Grant(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        TokenForms.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        return Results.Json(new { token_type = "Bearer", expires_in = TokenSeconds, access_token = $"token-{Interlocked.Increment(ref _tokens)}" });
    }
}
