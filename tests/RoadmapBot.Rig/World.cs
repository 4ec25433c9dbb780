using System.Text.RegularExpressions;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig;

/// <summary>Everything outside the bot: Teams, the signing service, the database, a folder; and the instances of the bot that run among them.</summary>
internal sealed partial class World : IAsyncDisposable
{
    public const string Tenant = "tenant-1";
    public const string AppId = "0f1e2d3c-4b5a-4968-8776-655443322110";
    public const string Secret = "secret-of-the-registration-9d1c";

    /// <summary>What waits to be tried again comes due before that.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    private readonly List<BotProcess> _bots = [];

    private static readonly string AnonymityKey = Convert.ToBase64String(Enumerable.Range(7, 32).Select(number => (byte)number).ToArray());

    private World(BotProgram program, Store store, string folder, FakeConnector teams, FakeOpenId openId)
    {
        (Program, Store, Folder, Teams, OpenId) = (program, store, folder, teams, openId);
        Token = ChannelJwt.Good(openId, AppId, teams.Url, TimeProvider.System.GetUtcNow()).Text();
    }

    public static string Account => $"28:{AppId}";

    public BotProgram Program { get; }

    public Store Store { get; }

    public string Folder { get; }

    public FakeConnector Teams { get; }

    public FakeOpenId OpenId { get; }

    /// <summary>The channel's token, good for an hour.</summary>
    public string Token { get; }

    /// <param name="cluster">Null for SQLite.</param>
    public static async Task<World> Make(BotProgram program, PostgresCluster? cluster)
    {
        var folder = Directory.CreateTempSubdirectory("roadmapbot-rig-").FullName;
        Store store = cluster is null ? new SqliteStore(Path.Combine(folder, "bot.db")) : new PostgresStore(await cluster.CreateDatabase());
        return new World(program, store, folder, await FakeConnector.Start(), await FakeOpenId.Start());
    }

    /// <summary>One more instance of the bot on the same database.</summary>
    /// <param name="under">See <see cref="BotProcess.Start"/>.</param>
    public async Task<BotProcess> StartBot(IReadOnlyList<(string Key, string Value)>? settings = null, params string[] under)
    {
        var bot = await BotProcess.Start(
            this,
            [
                ("ASPNETCORE_ENVIRONMENT", "Production"),
                ("Anonymity:Key", AnonymityKey),
                ("Storage:Provider", Store.Provider),
                ("Storage:ConnectionString", Store.Connection),
                ("Teams:AppId", AppId),
                ("Teams:AppSecret", Secret),
                ("Teams:OpenIdMetadataUrl", OpenId.MetadataUrl),
                ("Teams:TokenUrl", OpenId.TokenUrl),
                ("Teams:Issuer", FakeOpenId.Issuer),
                ("Teams:ServiceUrlOrigins:0", Teams.Url),
                .. settings ?? [],
            ],
            under);
        _bots.Add(bot);
        return bot;
    }

    /// <summary>How often each word of the rig (<see cref="Marker"/>) occurs in a text.</summary>
    public static IReadOnlyDictionary<string, int> Markers(IEnumerable<string> texts) =>
        texts.SelectMany(text => MarkerPattern().Matches(text).Select(match => match.Value)).CountBy(marker => marker).ToDictionary();

    /// <summary>A word that nobody else says; what is counted, and what must not be where it does not belong.</summary>
    public static string Marker(int number) => $"zq{number:D6}qz";

    /// <summary>Words of the rig, or secrets, in what the instances logged.</summary>
    public IReadOnlyList<string> Leaks() => [.. _bots.SelectMany(bot => Leaks(bot.Log)).Distinct().Select(leak => $"logged: {leak}")];

    /// <summary>Words of the rig, or secrets, in a text.</summary>
    public IEnumerable<string> Leaks(string text) => MarkerPattern().Matches(text).Select(match => match.Value)
        .Concat(new[] { Secret, Token, AnonymityKey }.Where(secret => text.Contains(secret, StringComparison.Ordinal)));

    /// <summary>Waits until nothing is left to send or to do but what waits for a later hour: a night, a round's end, a reminder.</summary>
    public async Task Quiet(TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        while (await Store.Count($"work WHERE \"Due\" < {(TimeProvider.System.GetUtcNow() + Soon).UtcTicks}", late.Token) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, late.Token);
    }

    /// <summary>
    /// The night comes. A process's clock cannot be moved from outside with what every machine has, so what waits for midnight is made due in the
    /// work table instead; for SQLite only.
    /// </summary>
    public async Task Night()
    {
        Store.Query("UPDATE work SET Due = 0 WHERE Kind = 'anonymous'");
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await Store.Count("work WHERE Due = 0", late.Token) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, late.Token);
        await Quiet(TimeSpan.FromMinutes(2));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
            await bot.DisposeAsync();
        await Teams.DisposeAsync();
        await OpenId.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex("zq[0-9]{6}qz")]
    private static partial Regex MarkerPattern();
}
