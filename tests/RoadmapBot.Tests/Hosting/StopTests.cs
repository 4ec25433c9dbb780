using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Npgsql;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Hosting;

/// <summary>The end of a process, as a deployment brings it about.</summary>
public sealed class StopTests(PostgresServer server)
{
    private const int People = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Told_to_stop_with_fifty_turns_under_way_it_answers_them_all_takes_no_new_one_and_leaves_with_0()
    {
        var database = await server.CreateDatabase();
        await using var teams = await FakeConnector.Start();
        await using var bot = await BotProcess.Start(
            "Development", "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", database, "--Teams:TurnLimit", "00:00:12");
        await using var holder = new NpgsqlConnection(database);
        await holder.OpenAsync(Cancel);
        await using var held = await holder.BeginTransactionAsync(Cancel);
        await using (var hold = new NpgsqlCommand("LOCK TABLE turns IN ACCESS EXCLUSIVE MODE", holder))
            await hold.ExecuteNonQueryAsync(Cancel);

        var turns = Enumerable.Range(0, People).Select(number => bot.Http.PostAsJsonAsync("/api/messages", Hello(teams, number), Cancel)).ToArray();
        await teams.WaitForCalls(People); // a typing sign for each: all are under way
        bot.Terminate();
        await Refused(bot, Hello(teams, People));
        Assert.All(turns, turn => Assert.False(turn.IsCompleted));
        await held.RollbackAsync(Cancel);

        foreach (var response in await Task.WhenAll(turns))
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await bot.Exit());
        Assert.All(Enumerable.Range(0, People), number => Assert.Single(teams.In(Chat(number))));
        Assert.Empty(teams.In(Chat(People)));
        await using var left = new NpgsqlCommand("SELECT count(*) FROM work", holder);
        Assert.Equal(0L, await left.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task What_cannot_be_sent_before_the_end_is_let_go_for_another_instance()
    {
        var folder = Directory.CreateTempSubdirectory("roadmapbot-stop-");
        await using (var bot = await TestBot.Start(folder.FullName, clock: new FastClock()))
        {
            bot.Connector.Always = _ => Answers.Hang;
            await bot.Person("Ada").Says("hi");
            await bot.Connector.WaitForCalls(1);
            Assert.NotEqual("0", Lease(folder));
        }

        Assert.Equal($"{DateTimeOffset.UnixEpoch.UtcTicks}", Lease(folder));
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Outside_Development_every_line_of_the_log_is_JSON_and_a_signal_ends_it_with_0()
    {
        await using var bot = await BotProcess.Start(
            "Production", "--Teams:AppId", Guarded.AppId, "--Teams:AppSecret", Guarded.Secret, "--Teams:HomeTenant", Guarded.Tenant, "--Teams:OpenIdMetadataUrl", "http://127.0.0.1:1/none");
        using (var ready = await bot.Http.GetAsync("/health/ready", Cancel))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        bot.Terminate();
        Assert.Equal(0, await bot.Exit());

        var lines = bot.Told.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Contains(lines, line => line.GetProperty("LogLevel").GetString() is "Error" && line.GetProperty("Message").GetString()!.Contains("Teams:OpenIdMetadataUrl", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Told, line => line.Contains(Guarded.Secret, StringComparison.Ordinal));
    }

    private static string Chat(int number) => $"a:person-{number}";

    private static JsonObject Hello(FakeConnector teams, int number) => new()
    {
        ["type"] = "message",
        ["id"] = $"hello-{number}",
        ["text"] = "hi",
        ["serviceUrl"] = teams.Url,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = $"29:person-{number}", ["name"] = $"Person {number}", ["aadObjectId"] = $"person-{number}" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = Chat(number), ["conversationType"] = "personal", ["tenantId"] = "tenant-1" },
    };

    /// <summary>Soon nobody listens any more; until then a post may be told so.</summary>
    private static async Task Refused(BotProcess bot, JsonObject activity)
    {
        while (true)
        {
            using var stranger = new HttpClient { BaseAddress = bot.Http.BaseAddress };
            try
            {
                using var response = await stranger.GetAsync("/health/live", Cancel);
            }
            catch (HttpRequestException)
            {
                break;
            }
        }

        using var late = new HttpClient { BaseAddress = bot.Http.BaseAddress };
        await Assert.ThrowsAsync<HttpRequestException>(() => late.PostAsJsonAsync("/api/messages", activity, Cancel));
    }

    private static string Lease(DirectoryInfo folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "bot.db")}");
        connection.Open();
        using var command = new SqliteCommand("SELECT LeaseUntil FROM work", connection);
        return $"{command.ExecuteScalar()}";
    }
}
