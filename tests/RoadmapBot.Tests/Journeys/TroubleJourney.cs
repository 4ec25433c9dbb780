using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using RoadmapBot.Storage;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>A turn is slow, fails, meets another, or is cut off: people learn of it, and nothing is lost or half done.</summary>
public sealed class TroubleJourney
{
    private const string Canary = "the canary sings";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_turn_shows_a_typing_sign_before_its_answer_and_none_after()
    {
        await using var bot = await TestBot.Start();
        var ada = bot.Person("Ada");
        var gate = bot.Services.GetRequiredService<WriteGate>();
        await gate.Enter(Cancel);
        var turn = ada.Says("hi");
        await bot.Connector.WaitForCalls(1);
        Assert.False(turn.IsCompleted);
        gate.Leave();

        await turn;
        await ada.Sees("Hi, I'm RoadmapBot");
        Assert.Equal(["typing", "message"], bot.Connector.Calls.Select(call => JsonNode.Parse(call.Body)!["type"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("hang")]
    [InlineData("500")]
    public async Task A_typing_sign_that_fails_is_no_fault_of_the_turn(string fault)
    {
        await using var bot = await TestBot.Start(settings: ("Teams:CallLimit", "00:00:05"));
        var ada = bot.Person("Ada");
        bot.Connector.Faults.Enqueue(fault switch { "reset" => Answers.Reset, "hang" => Answers.Hang, _ => Answers.Status(500) });
        var gate = bot.Services.GetRequiredService<WriteGate>();
        await gate.Enter(Cancel);
        var turn = ada.Says("hi");
        await bot.Connector.WaitForCalls(1);
        gate.Leave();

        await turn;
        await ada.Sees("Hi, I'm RoadmapBot");
        Assert.Empty(bot.Log.Errors);
    }

    [Fact]
    public async Task A_fault_of_ours_is_apologised_for_saves_nothing_and_the_next_message_works()
    {
        await using var bot = await TestBot.Start(settings: [("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace")]);
        var ada = await Begin(bot);
        var interview = bot.Query("SELECT State FROM interviews").Single();
        bot.Query("UPDATE interviews SET State = '{\"Answers\": broken'");

        await ada.Says($"Nobody has tested our backups, {Canary}");
        await ada.Sees("Something went wrong on my side");
        var invoke = Invoke(ada, "interview/skip");
        using var refused = await ada.Post(invoke);
        var apology = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("application/vnd.microsoft.activity.message", apology, StringComparison.Ordinal);
        using var again = await ada.Post(invoke);
        Assert.Equal(apology, await again.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(2, bot.Log.Errors.Count);

        bot.Query($"UPDATE interviews SET State = '{interview.Replace("'", "''", StringComparison.Ordinal)}'");
        await ada.Says("Nobody has tested our backups");
        await ada.Sees("Saved:");
        Assert.DoesNotContain(Canary, bot.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_install_that_fails_is_asked_for_again()
    {
        await using var bot = await TestBot.Start(services: services => services.Replace(ServiceDescriptor.Scoped<ITurnStore, BrokenTurnStore>()));
        using var response = await bot.Person("Ada").Post(bot.Person("Ada").Activity("installationUpdate", new JsonObject { ["action"] = "add" }));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Where_not_even_the_apology_can_be_saved_the_channel_is_asked_to_deliver_again()
    {
        await using var bot = await TestBot.Start(services: services => services.Replace(ServiceDescriptor.Scoped<ITurnStore, BrokenTurnStore>()));
        using var response = await bot.Person("Ada").Post(bot.Person("Ada").Activity("message", new JsonObject { ["text"] = Canary }));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel)));
        Assert.DoesNotContain(Canary, bot.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_takes_too_long_is_ended_and_the_channel_asked_to_deliver_again()
    {
        await using var bot = await TestBot.Start(settings: ("Teams:TurnLimit", "00:00:02"));
        var ada = bot.Person("Ada");
        var gate = bot.Services.GetRequiredService<WriteGate>();
        await gate.Enter(Cancel);
        var activity = ada.Activity("message", new JsonObject { ["text"] = "hi" });
        using (var response = await ada.Post(activity))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        gate.Leave();

        await ada.Accepted(activity);
        await ada.Sees("Hi, I'm RoadmapBot");
    }

    [Fact]
    public async Task A_conflict_runs_the_turn_again_and_it_counts_once()
    {
        var conflicts = new Conflicts { Left = 3 };
        await using var bot = await TestBot.Start(services: conflicts.Install);
        var ada = bot.Person("Ada");
        await ada.Says("hi");
        await bot.Quiet();
        Assert.Equal((0, 4), (conflicts.Left, conflicts.Commits));
        Assert.Single(bot.Connector.In(ada.Chat));
        Assert.Empty(bot.Log.Errors);
    }

    [Fact]
    public async Task A_conflict_without_end_is_a_fault_with_an_apology()
    {
        var conflicts = new Conflicts { Left = 5 };
        await using var bot = await TestBot.Start(services: conflicts.Install);
        var ada = bot.Person("Ada");
        await ada.Says("hi");
        await ada.Sees("Something went wrong on my side");
        Assert.Single(bot.Log.Errors);
    }

    [Fact]
    public async Task Turns_of_one_chat_run_one_after_the_other()
    {
        var conflicts = new Conflicts();
        await using var bot = await TestBot.Start(clock: new FastClock(), services: conflicts.Install);
        var ada = await Begin(bot);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            ada.Accepted(ada.Activity("message", new JsonObject { ["text"] = $"report: the printer of room {number} jams" }))));
        await bot.Quiet();
        Assert.Equal(1, conflicts.MostAtOnce);
        Assert.Equal(20, bot.Query("SELECT Id FROM pain_points").Count);
        Assert.Equal(20, bot.Connector.In(ada.Chat).Count(shown => CardText.Of(shown.Activity).Contains("Kept. Have I understood it?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_said_is_kept_though_Teams_closes_the_request()
    {
        await using var bot = await TestBot.Start();
        var ada = bot.Person("Ada");
        var gate = bot.Services.GetRequiredService<WriteGate>();
        await gate.Enter(Cancel);
        using var closing = new CancellationTokenSource();
        var request = bot.Http.PostAsync(
            "/api/messages", new StringContent(ada.Activity("message", new JsonObject { ["text"] = "hi" }).ToJsonString(), null, "application/json"), closing.Token);
        await bot.Connector.WaitForCalls(1);
        await closing.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        gate.Leave();

        await ada.Sees("Hi, I'm RoadmapBot");
        Assert.Empty(bot.Log.Errors);
    }

    [Fact]
    public async Task A_turn_under_way_when_the_process_is_asked_to_stop_is_finished()
    {
        await using var bot = await TestBot.Start();
        var ada = bot.Person("Ada");
        var gate = bot.Services.GetRequiredService<WriteGate>();
        await gate.Enter(Cancel);
        var turn = ada.Says("hi");
        await bot.Connector.WaitForCalls(1);
        bot.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        gate.Leave();

        await turn;
        Assert.Single(bot.Query("SELECT Activity FROM turns"));
    }

    [Fact]
    public async Task An_edited_message_changes_the_answer_each_time_and_a_redelivered_edit_does_nothing()
    {
        await using var bot = await TestBot.Start();
        var ada = await Begin(bot);
        var said = ada.Activity("message", new JsonObject { ["text"] = "We have two surveyors for everything" });
        await ada.Accepted(said);
        await ada.Sees("Saved:");

        foreach (var (text, at) in new[] { ("We have three surveyors", "1"), ("We have four surveyors", "2"), ("We have four surveyors", "2") })
        {
            await ada.Accepted(ada.Activity("messageUpdate", new JsonObject
            {
                ["id"] = said["id"]!.DeepClone(),
                ["text"] = text,
                ["timestamp"] = $"2026-11-22T10:00:0{at}Z",
                ["channelData"] = new JsonObject { ["eventType"] = "editMessage" },
            }));
        }

        await bot.Quiet();
        Assert.Contains("We have four surveyors", bot.Query("SELECT State FROM interviews").Single(), StringComparison.Ordinal);
        Assert.Equal(3, bot.Query("SELECT Activity FROM turns WHERE Activity LIKE '%" + said["id"] + "%'").Count);

        await ada.Accepted(ada.Activity("messageDelete", new JsonObject { ["id"] = said["id"]!.DeepClone() }));
        Assert.DoesNotContain("surveyors", bot.Query("SELECT State FROM interviews").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    [InlineData("zz-ZZ")]
    [InlineData("")]
    public async Task The_language_of_a_client_changes_no_date_number_or_command(string locale)
    {
        await using var bot = await TestBot.Start();
        var ada = bot.Person("Ada");
        ada.Locale = locale;
        await Begin(ada);
        Assert.Contains("2027-01-01", bot.Query("SELECT State FROM engagements").Single(), StringComparison.Ordinal);
        await ada.Says("CONTINUE");
        await ada.Sees("Question 1 of");
    }

    private static async Task<Participant> Begin(TestBot bot)
    {
        var ada = bot.Person("Ada");
        await Begin(ada);
        return ada;
    }

    /// <summary>An engagement of her own, and its first question.</summary>
    private static async Task Begin(Participant ada)
    {
        await ada.Says("start");
        await ada.Sees("begin");
        var form = await ada.Presses("New engagement");
        var created = await ada.PressesOn(form, "Create", ("name", "Harbour Clinic"), ("headcount", "1200"), ("start", "2027-01-01"), ("objectives", "No more downtime"));
        await ada.PressesOn(created, "Start my interview");
        await ada.Sees("Question 1 of");
    }

    private static JsonObject Invoke(Participant person, string verb) => person.Activity("invoke", new JsonObject
    {
        ["name"] = "adaptiveCard/action",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb } },
    });
}
