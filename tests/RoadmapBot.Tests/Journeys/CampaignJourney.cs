using System.Globalization;
using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>An owner plans a campaign, sees the invitation first, and people are invited once, reminded twice at most, never at night and never when they have finished.</summary>
public sealed class CampaignJourney
{
    private const string Invitation = "Your view counts";
    private const string Reminder = "A reminder: IT at";

    [Fact]
    public async Task Who_is_chosen_is_invited_once_and_reminded_until_finished()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var company = await Company.Found(bot);
        var (owner, head, user) = (company.Owner, company.Head.Person, company.User.Person);
        var preview = await Planned(owner, "2026-11-23", "2026-12-05", ("roles", "DepartmentHead,EndUser"));
        Assert.Contains("This goes to 2 people", CardText.Of(preview), StringComparison.Ordinal);
        Assert.Contains(Invitation, CardText.Of(preview), StringComparison.Ordinal);
        Assert.Equal(0, Count(bot, head, Invitation));
        Assert.Contains("Started", CardText.Of(await owner.PressesOn(preview, "Start")), StringComparison.Ordinal);

        await Until(bot, clock, At(23, 9, 1));
        Assert.Equal((1, 1, 0), (Count(bot, head, Invitation), Count(bot, user, Invitation), Count(bot, company.Ceo.Person, Invitation)));
        await company.Head.Interview("Nobody plans IT here, we only react when something breaks.");
        await Until(bot, clock, At(27, 9, 1)); // the first reminder is due after a third of the time
        Assert.Equal((0, 1), (Count(bot, head, Reminder), Count(bot, user, Reminder)));

        var clockForm = await user.PressesOn(CardText.Card((await user.Sees(Reminder)).Activity)!.Value, "My reminders");
        Assert.Contains("no time zone “Mars”", CardText.Of(await user.PressesOn(clockForm, "Save", ("zone", "Mars"))), StringComparison.Ordinal);
        Assert.Contains("America/New_York", CardText.Of(await user.PressesOn(clockForm, "Save", ("zone", "America/New_York"))), StringComparison.Ordinal);
        await Until(bot, clock, new DateTimeOffset(2026, 12, 1, 13, 59, 0, TimeSpan.Zero));
        Assert.Equal(1, Count(bot, user, Reminder));
        await Until(bot, clock, new DateTimeOffset(2026, 12, 1, 14, 1, 0, TimeSpan.Zero)); // nine in New York
        Assert.Equal(2, Count(bot, user, Reminder));

        await Until(bot, clock, new DateTimeOffset(2026, 12, 6, 0, 1, 0, TimeSpan.Zero));
        await owner.Sees("the campaign is over", "1 of 2");
        Assert.Equal((1, 2), (Count(bot, user, Invitation), Count(bot, user, Reminder)));
        Assert.Empty(bot.Query("SELECT Id FROM work WHERE Kind = 'campaign'"));
    }

    [Fact]
    public async Task A_pause_a_restart_and_a_lost_answer_of_Teams_double_nothing()
    {
        var clock = new FastClock();
        var bot = await TestBot.Start(clock: clock);
        var company = await Company.Found(bot);
        var user = company.User.Person;
        await company.Owner.PressesOn(await Planned(company.Owner, "2026-11-23", "2026-12-05", ("roles", "EndUser")), "Start");
        await Until(bot, clock, At(23, 9, 1));
        await company.Owner.Says("campaign");
        await company.Owner.Sees("under way");
        await company.Owner.Presses("Pause");
        clock.Advance(TimeSpan.FromDays(5)); // over the first reminder
        await using var again = await bot.Restart();
        var owner = again.Person("Ada");
        await owner.Says("campaign");
        await owner.Sees("paused");
        Assert.Equal(0, Count(again, user, Reminder));

        again.Connector.Always = call => call.Body.Contains(Reminder, StringComparison.Ordinal) ? Answers.Status(502) : null;
        await owner.Presses("Go on");
        await again.Sent();
        again.Connector.Always = null;
        await Until(again, clock, new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, again.Connector.Calls.Count(call => call.Body.Contains(Reminder, StringComparison.Ordinal))); // it may have arrived: not sent again
        await owner.Says("campaign");
        await owner.Sees("Reminders sent: 1");
        Assert.Contains("Nobody gets anything more", CardText.Of(await owner.Presses("Stop")), StringComparison.Ordinal);
        await Until(again, clock, new DateTimeOffset(2026, 12, 7, 10, 0, 0, TimeSpan.Zero));
        Assert.Equal((1, 1), (Count(again, user, Invitation), again.Connector.Calls.Count(call => call.Body.Contains(Reminder, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_named_with_the_reason_and_what_helps()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        await company.User.Person.Accepted(company.User.Person.Activity("installationUpdate", new System.Text.Json.Nodes.JsonObject { ["action"] = "remove" }));
        var text = CardText.Of(await Planned(company.Owner, "2026-11-23", "2026-12-05"));
        Assert.Contains("Uma: has removed or blocked me", text, StringComparison.Ordinal);
        Assert.Contains("Ask them to open a chat with me", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_comes_back_with_its_faults_and_nobody_else_plans()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var text = CardText.Of(await Planned(company.Owner, "2026-11-20", "2026-11-24", ("roles", ""), ("reminders", "9")));
        foreach (var fault in (string[])["Choose at least one role", "within 120 days", "Choose 0 to 2 reminders"])
            Assert.Contains(fault, text, StringComparison.Ordinal);
        await company.Head.Person.Says("campaign");
        await company.Head.Person.Sees("When may I remind you?");
        Assert.Contains("no longer remind you", CardText.Of(await company.Head.Person.Presses("Save", ("remind", "no"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_shows_owners_who_is_missing_and_sends_the_next_best_question()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        await company.Ceo.Interview("Honestly nobody plans IT here, we only react when something breaks. There is no IT strategy.", "Our backups have never been tested, as far as I know.");
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Gap analysis");
        await company.Owner.Says("coverage");
        var board = CardText.Card((await company.Owner.Sees("Who is heard: Harbour Clinic", "1 of 4 people", "Henri", "Next best question")).Activity)!.Value;
        var role = CardText.Of(await company.Owner.PressesOn(board, "Executives"));
        Assert.Contains("1/1", role, StringComparison.Ordinal);

        var sample = await company.Owner.PressesOn(await company.Owner.PressesOn(board, "Sample"), "Save", ("sizes", "Reception;20\nWards;80\nwhat"));
        Assert.Contains("Line 3 is not", CardText.Of(sample), StringComparison.Ordinal);
        Assert.Contains("0 of 8: add 8", CardText.Of(await company.Owner.PressesOn(sample, "Save", ("sizes", "Reception;20\nWards;80"))), StringComparison.Ordinal);

        var form = await company.Owner.PressesOn(board, "Send this question");
        Assert.Contains("I have asked", CardText.Of(await company.Owner.PressesOn(form, "Send")), StringComparison.Ordinal);

        await company.User.Person.Says("coverage");
        var theirs = CardText.Of((await company.User.Person.Sees("Who is heard")).Activity);
        Assert.DoesNotContain("Henri", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Executives", theirs, StringComparison.Ordinal); // one person: a count would be that person
    }

    /// <summary>The preview of a campaign, or the form where it has faults; without quiet hours.</summary>
    private static async Task<JsonElement> Planned(Participant owner, string start, string deadline, params (string, string)[] more)
    {
        await owner.Says("campaign");
        await owner.Sees("Campaign: Harbour Clinic");
        return await owner.PressesOn(await owner.Presses("Plan a campaign"), "Preview", [("start", start), ("deadline", deadline), .. more]);
    }

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);

    private static int Count(TestBot bot, Participant person, string words) =>
        bot.Connector.In(person.Chat).Count(shown => CardText.Of(shown.Activity).Contains(words, StringComparison.Ordinal));

    /// <summary>Moves the clock from look to look, and waits until each is done and sent.</summary>
    private static async Task Until(TestBot bot, FastClock clock, DateTimeOffset moment)
    {
        await bot.Sent();
        while (Next(bot) is { } due && due <= moment)
        {
            if (due > clock.GetUtcNow())
                clock.Advance(due - clock.GetUtcNow());
            await bot.Done(due);
            await bot.Sent();
        }

        if (moment > clock.GetUtcNow())
            clock.Advance(moment - clock.GetUtcNow());
        await bot.Sent();
    }

    private static DateTimeOffset? Next(TestBot bot) =>
        bot.Query("SELECT Due FROM work WHERE Kind = 'campaign'").Select(due => new DateTimeOffset(long.Parse(due, CultureInfo.InvariantCulture), TimeSpan.Zero)).Cast<DateTimeOffset?>().Min();
}
