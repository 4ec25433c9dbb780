using System.Data.Common;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>The database is full, read-only, locked or away: nobody is told that it worked, and when it is back the bot goes on by itself.</summary>
public sealed class StoreFaultJourney
{
    /// <summary>Too long for the room that a full file still has in its pages.</summary>
    private static readonly string Said = "Nobody has ever tested our backups. " + string.Concat(Enumerable.Repeat("It worries me a lot. ", 3000));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PRAGMA max_page_count=1", "PRAGMA max_page_count=1000000")]
    [InlineData("PRAGMA query_only=1", "PRAGMA query_only=0")]
    public async Task A_file_that_is_full_or_read_only(string broken, string mended)
    {
        var pragma = new EveryConnection();
        await using var bot = await TestBot.Start(services: services => services.ConfigureDbContext<SqliteDb>((_, options) => options.AddInterceptors(pragma)));
        var ada = await Begin(bot);
        await bot.Quiet();
        pragma.Text = broken;

        var answer = await Refused(ada, times: 3);
        pragma.Text = mended;
        await Accepted(ada, answer);
        Assert.Equal(1, Kept(bot));
    }

    [Fact]
    public async Task A_file_that_another_process_holds_for_long()
    {
        await using var bot = await TestBot.Start();
        var ada = await Begin(bot);
        await bot.Quiet();
        await using var other = new SqliteConnection($"Data Source={bot.Database}");
        await other.OpenAsync(Cancel);
        JsonObject answer;
        await using (other.BeginTransaction())
            answer = await Refused(ada, times: 2);

        await Accepted(ada, answer);
        Assert.Equal(1, Kept(bot));
    }

    /// <summary>Stopped while the last message is still being noted as sent: it must neither be sent twice nor hold up its chat until the lease ends.</summary>
    [Fact]
    public async Task A_server_that_is_away()
    {
        await using var server = new PostgresServer();
        var database = await server.CreateDatabase();
        await using var bot = await TestBot.Start(settings: [("Storage:Provider", "PostgreSql"), ("Storage:ConnectionString", database)]);
        var ada = await Begin(bot);
        await server.Order(runs: false);

        var answer = await Refused(ada, times: 3);
        await server.Order(runs: true);
        await Accepted(ada, answer);
        foreach (var once in (string[])["Question 1 of", "Saved:"])
            Assert.Single(bot.Connector.In(ada.Chat), shown => CardText.Of(shown.Activity).Contains(once, StringComparison.Ordinal));
    }

    /// <summary>Teams delivers the same message again and again, and hears each time that it has to come back.</summary>
    private static async Task<JsonObject> Refused(Participant ada, int times)
    {
        var answer = ada.Activity("message", new JsonObject { ["text"] = Said });
        for (var time = 1; time <= times; time++)
        {
            using var response = await ada.Post(answer);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel)));
            Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
        }

        return answer;
    }

    /// <summary>Within ten seconds it is taken, and then again without being doubled.</summary>
    private static async Task Accepted(Participant ada, JsonObject answer)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            using var response = await ada.Post(answer);
            if (response.StatusCode is HttpStatusCode.OK)
                break;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
        }

        await ada.Accepted(answer);
        await ada.Sees("Saved:");
    }

    private static int Kept(TestBot bot) => bot.Query("SELECT State FROM interviews").Single().Split("Nobody has ever tested our backups").Length - 1;

    private static async Task<Participant> Begin(TestBot bot)
    {
        var ada = bot.Person("Ada");
        await ada.Says("start");
        await ada.Sees("begin");
        var form = await ada.Presses("New engagement");
        var created = await ada.PressesOn(form, "Create", ("name", "Harbour Clinic"), ("start", "2027-01-01"), ("objectives", "No more downtime"));
        await ada.PressesOn(created, "Start my interview");
        await ada.Sees("Question 1 of");
        return ada;
    }

    /// <summary>What SQLite does in a connection that has less room, or may only read, is what it does on such a disk: the same error.</summary>
    private sealed class EveryConnection : DbConnectionInterceptor
    {
        public string Text { get; set; } = "PRAGMA query_only=0";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Run(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Run(connection);
            return Task.CompletedTask;
        }

        private void Run(DbConnection connection)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own text
            command.CommandText = Text;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
