using System.Text.Json.Nodes;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>A report follows the message that held it: edited in the chat it reads otherwise, deleted it is taken back.</summary>
public sealed class AmendedReportJourney
{
    private const string Said = "The wifi drops every afternoon";

    [Theory]
    [InlineData("report: The printer is out of toner again", "The printer is out of toner again")]
    [InlineData("report", null)]
    [InlineData("never mind", null)]
    [InlineData("status", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task What_was_typed_after_the_word_follows(string? edited, string? kept)
    {
        await using var bot = await TestBot.Start();
        var uma = (await Company.Found(bot)).User.Person;
        var message = await Says(uma, $"report {Said}");
        await uma.Sees("Have I understood it", "Network and internet");
        await Amends(uma, message, edited);
        await uma.Sees(kept is null ? ["Nobody is shown your words any more"] : ["Have I understood it", kept]);
        Assert.Equal(kept is null ? [] : [kept], Texts(bot));
    }

    [Theory]
    [InlineData("The wifi drops every evening", "The wifi drops every evening")]
    [InlineData("status", null)]
    [InlineData(null, null)]
    public async Task What_was_asked_for_follows_with_all_its_words(string? edited, string? kept)
    {
        await using var bot = await TestBot.Start();
        var uma = (await Company.Found(bot)).User.Person;
        await uma.Says("report");
        await uma.Sees("one sentence");
        var message = await Says(uma, Said);
        await uma.Sees("Have I understood it");
        await Amends(uma, message, edited);
        await uma.Sees(kept is null ? ["Nobody is shown your words any more"] : ["Have I understood it", kept]);
        Assert.Equal(kept is null ? [] : [kept], Texts(bot));
    }

    [Fact]
    public async Task In_a_group_it_follows_too_and_is_told_in_the_personal_chat()
    {
        await using var bot = await TestBot.Start();
        var uma = (await Company.Found(bot)).User.Person;
        var inGroup = uma.In("19:floor@thread.v2");
        var message = await Says(inGroup, $"report {Said}");
        await uma.Sees("Have I understood it", Said);
        await Amends(inGroup, message, "report The wifi drops in the hall");
        await uma.Sees("Have I understood it", "in the hall");
        await Amends(inGroup, message, null);
        await uma.Sees("Nobody is shown your words any more");
        Assert.Empty(Texts(bot));
        Assert.All(bot.Connector.In("19:floor@thread.v2"), shown => Assert.DoesNotContain("wifi", CardText.Of(shown.Activity), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nobody_changes_what_another_has_reported_and_words_said_twice_are_kept_once()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        var first = await Says(uma, $"report {Said}");
        await uma.Sees("Have I understood it");
        await Amends(company.Head.Person.In(uma.Chat, "personal"), first, null);
        Assert.Equal([Said], Texts(bot));

        var second = await Says(uma, "report The scanner is broken");
        await uma.Sees("Have I understood it", "scanner");
        await Amends(uma, second, $"report {Said}");
        await uma.Sees("Have I understood it", Said);
        Assert.Equal([Said], Texts(bot));
        await Amends(uma, first, $"report {Said}"); // a link was added, or the message liked: nothing was changed
        Assert.Equal([Said], Texts(bot));
    }

    [Fact]
    public async Task An_answer_that_was_confirmed_in_doubt_follows_its_message_too()
    {
        await using var bot = await TestBot.Start();
        var uma = (await Company.Found(bot)).User.Person;
        await uma.Says("start");
        await uma.Sees("Question 1 of 5");
        await uma.Presses("Skip");
        await uma.Sees("Question 2 of 5");
        var message = await Says(uma, "report writing takes me two hours a week");
        await uma.Sees("answer to the open question");
        await uma.Presses("Yes, take it");
        await uma.Sees("One thing more about your answer");
        await Amends(uma, message, "report writing takes me three hours a week");
        await uma.Sees("I have changed your answer");
        Assert.Contains("three hours", bot.Query("SELECT State FROM interviews").Single(), StringComparison.Ordinal);
    }

    private static async Task<string> Says(Participant person, string text)
    {
        var said = person.Activity("message", new() { ["text"] = text, ["textFormat"] = "plain" });
        await person.Accepted(said);
        return said["id"]!.ToString();
    }

    /// <param name="text">Null to delete it.</param>
    private static Task Amends(Participant person, string message, string? text) => person.Accepted(
        text is null
            ? person.Activity("messageDelete", new() { ["id"] = message, ["channelData"] = new JsonObject { ["eventType"] = "softDeleteMessage" } })
            : person.Activity("messageUpdate", new() { ["id"] = message, ["text"] = text, ["channelData"] = new JsonObject { ["eventType"] = "editMessage" } }));

    private static IEnumerable<string> Texts(TestBot bot) =>
        bot.Query("SELECT State FROM pain_points ORDER BY At").Select(state => JsonNode.Parse(state)!["Text"]!.ToString()).Where(text => text.Length > 0);
}
