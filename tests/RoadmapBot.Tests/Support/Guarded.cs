using System.Text.Json.Nodes;

namespace RoadmapBot.Tests.Support;

/// <summary>The bot as it is deployed: in Production, where only the channel's signed token opens the door.</summary>
public sealed class Guarded : IAsyncLifetime
{
    internal const string AppId = "0f1e2d3c-4b5a-4968-8776-655443322110";
    internal const string Tenant = "tenant-1";
    internal const string Secret = "the-bots-own-secret";

    internal FakeOpenId OpenId { get; private set; } = null!;

    internal TestBot Bot { get; private set; } = null!;

    internal TimeProvider Clock { get; private init; } = TimeProvider.System;

    internal (string Key, string Value)[] Settings { get; private init; } = [];

    public async ValueTask InitializeAsync()
    {
        OpenId = await FakeOpenId.Start();
        var connector = await FakeConnector.Start();
        Bot = await TestBot.Start(connector: connector, clock: Clock, settings:
        [
            ("environment", "Production"),
            ("Teams:AppId", AppId),
            ("Teams:AppSecret", Secret),
            ("Teams:OpenIdMetadataUrl", OpenId.MetadataUrl),
            ("Teams:TokenUrl", OpenId.TokenUrl),
            ("Teams:Issuer", FakeOpenId.Issuer),
            ("Teams:ServiceUrlOrigins:0", connector.Url),
            ("Teams:AllowedTenants:0", Tenant),
            .. Settings,
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await OpenId.DisposeAsync();
    }

    internal static async Task<Guarded> Start(TimeProvider clock, params (string Key, string Value)[] settings)
    {
        var guarded = new Guarded { Clock = clock, Settings = settings };
        await guarded.InitializeAsync();
        return guarded;
    }

    internal ChannelJwt Token(ChannelKey? key = null) => ChannelJwt.Good(OpenId, AppId, Bot.Connector.Url, Clock.GetUtcNow(), key);

    /// <summary>Somebody says hello to this bot.</summary>
    internal JsonObject Activity() => Bot.Person("Ada", Tenant).Activity("message", new JsonObject
    {
        ["text"] = "hi",
        ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}", ["name"] = "RoadmapBot" },
    });

    internal Attempt Attempt(ChannelJwt? token = null) => new(OpenId.Keys[0], token ?? Token(), Activity(), Clock.GetUtcNow());

    internal Task<HttpResponseMessage> Post(ChannelJwt token) => Attempt(token).Post(Bot.Http);
}
