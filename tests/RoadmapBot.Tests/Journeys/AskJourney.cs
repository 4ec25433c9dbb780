using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>During execution the bot asks each fortnight whoever owns something in hand, at nine o'clock by the engagement's clock, and nobody who said stop.</summary>
public sealed class AskJourney
{
    private const string Due = "SELECT Due FROM work WHERE Kind = 'ask-progress'";

    [Fact]
    public async Task Owners_are_asked_once_a_fortnight_on_monday_at_nine_by_their_clock_also_after_the_clocks_change()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var company = await ProgressJourney.Approved(bot);
        var zone = await company.Owner.PressesOn(await Progress(company.Owner), "When I ask");
        var fault = await company.Owner.PressesOn(zone, "Save", ("zone", "Atlantis"));
        Assert.Contains("I know no time zone “Atlantis”", CardText.Of(fault), StringComparison.Ordinal);
        Assert.Contains("Kept: Europe/Berlin", CardText.Of(await company.Owner.PressesOn(fault, "Save", ("zone", "Europe/Berlin"))), StringComparison.Ordinal);

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), Next(bot)); // the stale one, at nine in Greenwich, does nothing
        await Until(bot, clock, new DateTimeOffset(2027, 3, 15, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(6, Asked(bot, company.Owner)); // from 4 January to 15 March: before 1 January nothing is due
        Assert.Equal(new DateTimeOffset(2027, 3, 29, 7, 0, 0, TimeSpan.Zero), Next(bot));
        Assert.Equal(0, Asked(bot, company.Head.Person));
    }

    [Fact]
    public async Task The_member_whom_the_plan_names_is_asked_tells_it_from_the_card_and_can_make_it_stop()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var company = await ProgressJourney.Approved(bot);
        var (title, track) = await ProgressJourney.First(company.Owner);
        await company.Owner.PressesOn(await company.Owner.PressesOn(await company.Owner.PressesOn(track, "The initiative"), "Edit"), "Save", ("owner", "Uma"), ("why", "She knows it"));
        await company.Ceo.Person.Says("summary");
        await company.Ceo.Person.Sees("Version 2");
        await company.Ceo.Person.Presses("Approve");
        await Until(bot, clock, new DateTimeOffset(2027, 1, 18, 10, 0, 0, TimeSpan.Zero));

        var card = CardText.Card((await company.User.Person.Sees("How do these get on?", title)).Activity)!.Value;
        var told = await company.User.Person.PressesOn(await company.User.Person.PressesOn(card, title), "Save", ("state", "UnderWay"));
        Assert.Contains("that is noted", CardText.Of(told), StringComparison.Ordinal);
        Assert.Contains("I no longer ask you", CardText.Of(await company.User.Person.PressesOn(card, "Stop asking me")), StringComparison.Ordinal);
        var before = Asked(bot, company.User.Person);
        await Until(bot, clock, new DateTimeOffset(2027, 2, 15, 10, 0, 0, TimeSpan.Zero));
        Assert.Equal(before, Asked(bot, company.User.Person));

        await company.User.Person.PressesOn(await Progress(company.User.Person), "Ask me again");
        await Until(bot, clock, new DateTimeOffset(2027, 3, 1, 10, 0, 0, TimeSpan.Zero));
        Assert.Equal(before + 1, Asked(bot, company.User.Person));
    }

    [Fact]
    public async Task An_asking_survives_a_restart_and_is_made_once()
    {
        var clock = new FastClock();
        var bot = await TestBot.Start(clock: clock);
        var company = await ProgressJourney.Approved(bot);
        await Until(bot, clock, new DateTimeOffset(2026, 12, 21, 10, 0, 0, TimeSpan.Zero));
        await using var again = await bot.Restart();
        clock.Advance(TimeSpan.FromDays(90)); // nobody was there to ask for a quarter
        await Until(again, clock, clock.GetUtcNow());
        Assert.Equal(1, Asked(again, company.Owner));
        Assert.Equal(["1"], again.Query("SELECT COUNT(*) FROM work WHERE Kind = 'ask-progress'"));
    }

    private static async Task<System.Text.Json.JsonElement> Progress(Participant person)
    {
        await person.Says("progress");
        return CardText.Card((await person.Sees("Progress: Harbour Clinic")).Activity)!.Value;
    }

    private static int Asked(TestBot bot, Participant person) =>
        bot.Connector.In(person.Chat).Count(shown => CardText.Of(shown.Activity).Contains("How do these get on?", StringComparison.Ordinal));

    /// <summary>The earliest asking that is noted.</summary>
    private static DateTimeOffset Next(TestBot bot) =>
        new(bot.Query(Due).Min(due => long.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), TimeSpan.Zero);

    /// <summary>Moves the clock from asking to asking, and waits until each is made and sent: what is on its way when the days leap is sent again.</summary>
    private static async Task Until(TestBot bot, FastClock clock, DateTimeOffset moment)
    {
        await bot.Sent();
        while (Next(bot) <= moment)
        {
            var due = Next(bot);
            if (due > clock.GetUtcNow())
                clock.Advance(due - clock.GetUtcNow());
            await bot.Done(due);
            await bot.Sent();
        }

        if (moment > clock.GetUtcNow())
            clock.Advance(moment - clock.GetUtcNow());
        await bot.Sent();
    }
}
