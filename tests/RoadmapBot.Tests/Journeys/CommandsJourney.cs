using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>Every command answers usefully, whoever says it and wherever; anything else does too.</summary>
public sealed class CommandsJourney
{
    private static readonly string[] Commands =
        ["help", "hi", "start", "continue", "status", "report", "gaps", "roadmap", "summary", "share", "planning", "assets", "scoring", "whatif", "what if we cut 20 %?", "optimise", "switch", "cancel", "what is the weather", "🙂", "report it is slow"];

    [Fact]
    public async Task Without_a_seat_every_command_leads_somewhere()
    {
        await using var bot = await TestBot.Start();
        await Company.Found(bot);
        foreach (var command in Commands)
        {
            var stranger = bot.Person($"Stranger {command}");
            await stranger.Says(command);
            await stranger.Sees();
            AssertLeadsOn(stranger.Last!);
        }
    }

    [Fact]
    public async Task With_a_seat_every_command_leads_somewhere_also_before_anything_was_said()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        foreach (var person in (Participant[])[company.Owner, company.Ceo.Person, company.Head.Person, company.User.Person])
        {
            foreach (var command in Commands)
            {
                await person.Says(command);
                await person.Sees();
                AssertLeadsOn(person.Last!);
            }
        }
    }

    [Fact]
    public async Task In_a_group_and_in_a_channel_every_command_is_answered_there()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        foreach (var chat in (Participant[])[company.Head.Person.In("19:group@thread.v2"), company.Head.Person.In("19:channel@thread.tacv2;messageid=1", "channel")])
        {
            foreach (var command in Commands)
            {
                await chat.Says(command);
                await chat.Sees();
                AssertLeadsOn(chat.Last!);
            }
        }
    }

    /// <summary>Words, and no place for a value that is missing.</summary>
    private static void AssertLeadsOn(Shown shown)
    {
        var text = CardText.Of(shown.Activity);
        Assert.True(text.Trim().Length > 10, text);
        Assert.DoesNotContain("{0}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }
}
