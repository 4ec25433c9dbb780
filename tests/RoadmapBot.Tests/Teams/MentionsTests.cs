using System.Text;
using System.Text.Json.Nodes;
using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Teams;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("<at>Bot</at> status", "status")]
    [InlineData("status <at>Bot</at>", "status")]
    [InlineData("<at>Bot</at>\u00a0 status\r\n\n", "status")]
    [InlineData("<at>Bot</at> <at>Bot</at> status", "status")]
    [InlineData("<at>Bot</at>", "")]
    [InlineData("say it to <at>Ada</at>", "say it to <at>Ada</at>")]
    [InlineData("the bot is called Bot", "the bot is called Bot")]
    [InlineData("a < b and <b>bold</b>", "a < b and <b>bold</b>")]
    [InlineData("two\n lines \u2028 stay", "two\n lines \u2028 stay")]
    [InlineData("\0nul\0", "nul")]
    public void The_bots_own_mention_goes_and_everything_else_stays(string said, string text) =>
        Assert.Equal(text, Strip(said, Mention("28:bot", "<at>Bot</at>"), Mention("29:ada", "<at>Ada</at>")));

    [Fact]
    public void A_mention_without_its_text_is_known_by_the_name() =>
        Assert.Equal("status", Strip("<at>Bot</at> status", Mention("28:bot", null)));

    [Fact]
    public void Who_is_mentioned_is_told_by_the_id_alone() =>
        Assert.Equal("<at>Bot</at> status", Strip("<at>Bot</at> status", Mention("29:somebody called Bot", "<at>Bot</at>")));

    [Fact]
    public void Strange_entities_do_no_harm() => Assert.Equal(
        "hi", Strip("hi", null, new JsonObject(), JsonValue.Create(7), new JsonObject { ["type"] = "mention" }, Mention("28:bot", ""), new JsonArray(1)));

    private static string Strip(string said, params JsonNode?[] entities)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["serviceUrl"] = "https://teams.test",
            ["from"] = new JsonObject { ["id"] = "29:ada" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = "19:x" },
            ["text"] = said,
            ["entities"] = new JsonArray(entities),
        };
        return Mentions.Strip(Assert.IsType<ActivityReader.Outcome.Read>(ActivityReader.Read(Encoding.UTF8.GetBytes(activity.ToJsonString()))).Activity);
    }

    private static JsonObject Mention(string id, string? text) => new()
    {
        ["type"] = "mention",
        ["text"] = text,
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "Bot" },
    };
}
