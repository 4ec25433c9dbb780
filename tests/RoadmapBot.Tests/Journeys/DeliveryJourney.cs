using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>Teams delivers twice, at once, in a rush; everything is handled once and answered in order.</summary>
public sealed class DeliveryJourney(Local local) : IClassFixture<Local>
{
    private TestBot Bot => local.Bot;

    [Fact]
    public async Task A_message_delivered_twenty_times_at_once_is_answered_once()
    {
        var ada = Bot.Person("Ada", "twenty");
        var activity = ada.Activity("message", new JsonObject { ["text"] = "hi" });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ada.Accepted(activity)));
        await ada.Accepted(activity);

        await Bot.Quiet();
        Assert.Single(Bot.Connector.In(ada.Chat));
    }

    [Fact]
    public async Task A_message_without_an_id_is_never_taken_for_a_duplicate()
    {
        var ada = Bot.Person("Ada", "no-id");
        foreach (var id in (JsonNode?[])[null, "", null])
            await ada.Accepted(ada.Activity("message", new JsonObject { ["text"] = "hi", ["id"] = id }));

        await Bot.Quiet();
        Assert.Equal(3, Bot.Connector.In(ada.Chat).Count);
    }

    [Fact]
    public async Task A_duplicate_invoke_gets_the_first_answer_and_does_nothing_also_under_a_new_id()
    {
        var ada = Bot.Person("Ada", "invoke");
        await ada.Says("start");
        await ada.Sees("begin");
        var form = await ada.Presses("New engagement");
        var button = CardText.Buttons(form).First(one => one.GetProperty("title").GetString()!.StartsWith("Create", StringComparison.Ordinal));
        var data = JsonNode.Parse(button.GetProperty("data").GetRawText())!.AsObject();
        (data["name"], data["start"]) = ("Harbour Clinic", "2027-01-01");
        var invoke = ada.Activity("invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.GetProperty("verb").GetString(), ["data"] = data },
            },
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Answer(ada, invoke)));
        Assert.Contains("Harbour Clinic: engagement created", CardText.Of(JsonDocument.Parse(answers[0]).RootElement), StringComparison.Ordinal);
        Assert.Single(answers.Distinct());

        Bot.Query("UPDATE turns SET Body = NULL"); // as housekeeping does after ten minutes
        Assert.Contains("application/vnd.microsoft.activity.message", await Answer(ada, invoke), StringComparison.Ordinal);

        invoke["id"] = "f:another";
        await Answer(ada, invoke);
        Assert.Single(Bot.Query("SELECT Id FROM engagements WHERE Tenant = 'invoke'"));
    }

    [Theory]
    [InlineData("personal")]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task The_bot_welcomes_once_for_each_install_although_two_events_tell_of_it(string kind)
    {
        var ada = kind == "personal" ? Bot.Person("Ada", "welcome") : Bot.Person("Ada", "welcome").In($"19:{kind}@thread", kind);
        await Task.WhenAll(ada.Accepted(Update(ada, "membersAdded")), ada.Installs());
        await ada.Accepted(Update(ada, "membersAdded"));
        await Bot.Quiet();
        Assert.Single(Bot.Connector.In(ada.Chat));
        Assert.DoesNotContain(Bot.Connector.Calls, call => call.Target.Contains($"{Uri.EscapeDataString(ada.Chat)}/activities/", StringComparison.Ordinal));

        await ada.Accepted(ada.Activity("installationUpdate", new JsonObject { ["action"] = "remove" }));
        await ada.Accepted(Update(ada, "membersRemoved"));
        await ada.Installs();
        await Bot.Quiet();
        Assert.Equal(2, Bot.Connector.In(ada.Chat).Count);
    }

    [Fact]
    public async Task Nobody_is_welcomed_because_somebody_else_came()
    {
        var ada = Bot.Person("Ada", "others");
        var update = ada.Activity("conversationUpdate", new JsonObject { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:bo" }, null) });
        await ada.Accepted(update);
        await Bot.Quiet();
        Assert.Empty(Bot.Connector.In(ada.Chat));
    }

    [Fact]
    public async Task In_a_group_the_mention_is_no_part_of_the_command_and_the_answer_hangs_on_the_message()
    {
        var ada = Bot.Person("Ada", "group").In("19:group@thread.v2");
        await ada.Says("help");
        await ada.Sees("What I can do", "Mention me");
        Assert.Contains(Bot.Connector.Calls, call => call.Target.StartsWith("/v3/conversations/19%3Agroup%40thread.v2/activities/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("meeting")]
    [InlineData("Personal")]
    public async Task A_chat_of_a_kind_that_we_do_not_know_is_treated_as_one_where_others_read_along(string? kind)
    {
        var ada = Bot.Person("Ada", "kind").In($"19:{kind}@thread.v2", kind!);
        await ada.Says("help");
        await ada.Sees("In a group I never show");
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    public async Task An_event_that_the_bot_has_no_answer_to_is_accepted_in_silence(string type)
    {
        var ada = Bot.Person("Ada", type);
        using var response = await ada.Post(ada.Activity(type, new JsonObject { ["name"] = "application/vnd.microsoft.readReceipt", ["reactionsAdded"] = new JsonArray() }));
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        await Bot.Quiet();
        Assert.Empty(Bot.Connector.In(ada.Chat));
    }

    [Theory]
    [InlineData("composeExtension/query", HttpStatusCode.NotImplemented, "")]
    [InlineData("fileConsent/invoke", HttpStatusCode.NotImplemented, "")]
    [InlineData(null, HttpStatusCode.NotImplemented, "")]
    [InlineData("message/submitAction", HttpStatusCode.OK, "{}")]
    [InlineData("signin/failure", HttpStatusCode.OK, "{}")]
    public async Task An_invoke_that_is_not_ours_gets_501_and_a_harmless_one_an_empty_answer(string? name, HttpStatusCode status, string body)
    {
        var ada = Bot.Person("Ada");
        using var response = await ada.Post(ada.Activity("invoke", new JsonObject { ["name"] = name }));
        Assert.Equal((status, body), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Two_hundred_messages_of_fifty_chats_at_once_are_answered_in_order_in_each_chat()
    {
        var people = Enumerable.Range(0, 50).Select(number => Bot.Person($"Person{number}", "rush")).ToArray();
        await Task.WhenAll(people.Select(async person =>
        {
            foreach (var text in (string[])["first thing", "second thing", "third thing", "fourth thing"])
                await person.Accepted(person.Activity("message", new JsonObject { ["text"] = text }));
        }));

        await Bot.Quiet();
        Assert.All(people, person => Assert.Equal(
            ["report: first thing", "report: second thing", "report: third thing", "report: fourth thing"],
            Bot.Connector.In(person.Chat).Select(shown => CardText.Buttons(CardText.Card(shown.Activity)!.Value)[0].GetProperty("data").GetProperty("text").GetString())));
        Assert.Empty(Bot.Log.Errors);
    }

    [Fact]
    public async Task Every_sample_of_a_real_client_is_served()
    {
        foreach (var name in Recorded.Names)
        {
            using var response = await Bot.Http.PostAsync(
                "/api/messages", new StringContent(Recorded.Read(name, Bot.Connector.Url).ToJsonString(), null, "application/json"), TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode || (name.Contains("composeExtension", StringComparison.Ordinal) && response.StatusCode is HttpStatusCode.NotImplemented), $"{name}: {response.StatusCode}");
        }
    }

    private static JsonObject Update(Participant person, string members) =>
        person.Activity("conversationUpdate", new JsonObject { [members] = new JsonArray(new JsonObject { ["id"] = "28:bot" }) });

    private static async Task<string> Answer(Participant person, JsonObject invoke)
    {
        using var response = await person.Post(invoke);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
