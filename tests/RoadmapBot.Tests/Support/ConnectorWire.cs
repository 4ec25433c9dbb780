using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RoadmapBot.Conversation;
using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Support;

/// <summary>The bot's connector client alone, with a loopback Teams and a loopback token endpoint at the other end.</summary>
internal sealed class ConnectorWire : IAsyncDisposable
{
    private readonly IHost _host;

    private ConnectorWire(FakeConnector teams, FakeOpenId openId, ManualClock clock, LogRecord log, IHost host)
    {
        (Teams, OpenId, Clock, Log, _host) = (teams, openId, clock, log, host);
        Chat = In(teams.Url, "a:chat/1");
    }

    public FakeConnector Teams { get; }

    public FakeOpenId OpenId { get; }

    public ManualClock Clock { get; }

    public LogRecord Log { get; }

    /// <summary>A chat whose id has to be percent-encoded.</summary>
    public ChatReference Chat { get; }

    public ConnectorClient Client => _host.Services.GetRequiredService<ConnectorClient>();

    public Sender Sender => _host.Services.GetRequiredService<Sender>();

    /// <param name="callLimit">How long a call may take.</param>
    public static async Task<ConnectorWire> Start(string callLimit = "00:00:15")
    {
        var (teams, openId, clock, log) = (await FakeConnector.Start(), await FakeOpenId.Start(), new ManualClock(), new LogRecord());
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Teams:AppId"] = Guarded.AppId,
            ["Teams:AppSecret"] = "secret",
            ["Teams:TokenUrl"] = openId.TokenUrl,
            ["Teams:CallLimit"] = callLimit,
        });
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock).AddTeams();
        return new ConnectorWire(teams, openId, clock, log, builder.Build());
    }

    public static ChatReference In(string serviceUrl, string chat)
    {
        var id = new ChatId(chat);
        return new ChatReference(new Chat(new TenantId("tenant-1"), id, ChatKind.Personal, id), serviceUrl, "28:bot", "29:ada", new PersonId("ada"));
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await Teams.DisposeAsync();
        await OpenId.DisposeAsync();
    }
}
