using System.Reflection;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>Who may do and see what, tried out: every button that there is, pressed by every kind of reader, with honest and with forged ids.</summary>
public sealed class RightsJourney
{
    [Fact]
    public void Every_verb_that_the_product_knows_has_its_row()
    {
        var verbs = typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string) && field.Name.EndsWith("Verb", StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!).Distinct();
        Assert.Equal(verbs.Order(StringComparer.Ordinal), RightsTable.Rows.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whom_a_button_does_not_serve_it_tells_nothing_and_changes_nothing_and_a_foreign_id_is_as_good_as_none_and_what_is_captured_works_for_nobody_else()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var tries = new RightsTries(await RightsWorld.Make(bot, () => bot.Night(clock)));

        await tries.PressEverything();
        Assert.True(tries.Tries >= 500, $"{tries.Tries} tries");
        await tries.Replay();

        Assert.Empty(tries.Faults);
        Assert.Empty(bot.Log.Errors);
    }
}
