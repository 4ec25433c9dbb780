using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>Several people score initiatives without seeing each other's scores, and see together what came out.</summary>
public sealed class ScoringJourney
{
    private const string Anonymous = "Reception would lose every Monday to it.";
    private const string Signed = "The board asks for it each quarter.";

    [Fact]
    public async Task Everybody_scores_alone_and_the_last_answer_brings_the_results_to_all()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        var state = await Begun(company);
        Assert.Contains("0 of 3", CardText.Of(state), StringComparison.Ordinal);

        await Scores(company.Ceo.Person, 5, Signed, isSigned: true);
        await Scores(company.Head.Person, 1, Anonymous);
        await company.Owner.Says("scoring");
        var seen = CardText.Of((await company.Owner.Sees("2 of 3")).Activity);
        foreach (var secret in (string[])[Anonymous, Signed, "Grace", "Henri", "median"])
            Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);

        var result = await Scores(company.Owner, 3, "");
        Assert.Contains("Results of the blind scoring: Harbour Clinic", CardText.Of(result), StringComparison.Ordinal);
        foreach (var person in (Participant[])[company.Ceo.Person, company.Head.Person])
            await person.Sees("Results of the blind scoring", "3 of 3 people scored; 0 abstained", "Kendall's W", "Talk about these", "Business impact from 1 to 5", "Your order and the plan's", "▲ place 6 in the plan");

        var spreads = await company.Head.Person.Presses("Scores and reasons");
        Assert.Contains("▒▒▓▓█▓▓▒▒ median 3, from 1 to 5, middle half 2 to 4", CardText.Of(spreads), StringComparison.Ordinal);
        var page = CardText.Of(await company.Head.Person.PressesOn(spreads, "More"));
        Assert.Contains("(2 of 2)", page, StringComparison.Ordinal);
        var reasons = await company.Head.Person.PressesOn(spreads, Rows(spreads)[0]);
        Assert.Contains($"{Signed} – Grace", CardText.Of(reasons), StringComparison.Ordinal);
        Assert.Contains(Anonymous, CardText.Of(reasons), StringComparison.Ordinal);
        Assert.DoesNotContain("Henri", CardText.Of(reasons), StringComparison.Ordinal);
        Assert.Contains("Talk about these", CardText.Of(await company.Head.Person.PressesOn(reasons, "Back to the results")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_takes_the_groups_order_over_and_goes_back_to_the_reckoned_one()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        await Begun(company);
        await Scores(company.Ceo.Person, 5, "");
        await Scores(company.Head.Person, 4, "");
        var result = await Scores(company.Owner, 3, "");
        Assert.DoesNotContain("Take this order over", Titles(CardText.Card((await company.Head.Person.Sees("Results of the blind scoring")).Activity)!.Value));
        Assert.Contains("Only an owner", (await company.Head.Person.PressesOn(result, "Take this order over")).GetString(), StringComparison.Ordinal);

        var taken = await company.Owner.PressesOn(result, "Take this order over");
        Assert.Contains("The group's order is taken over", CardText.Of(taken), StringComparison.Ordinal);
        var roadmap = CardText.Card((await company.Owner.Sees("IT roadmap: Harbour Clinic", "Version 2", "Order of priority: the group's, from scoring round 1, taken over by Ada")).Activity)!.Value;
        var scored = Enumerable.Range(0, Rows(roadmap).Count).Select(async row => CardText.Of(await company.Owner.PressesOn(roadmap, Rows(roadmap)[row])));
        Assert.Contains(await Task.WhenAll(scored), text => text.Contains("Place 1 in the group's order of scoring round 1. Reckoned: ", StringComparison.Ordinal));

        Assert.Contains("The reckoned order counts again", CardText.Of(await company.Owner.PressesOn(taken, "Back to the reckoned order")), StringComparison.Ordinal);
        Assert.DoesNotContain("the group's", CardText.Of((await company.Owner.Sees("IT roadmap: Harbour Clinic", "Version 3")).Activity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_send_at_once_are_both_kept()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        await Begun(company);
        await Task.WhenAll(Scores(company.Ceo.Person, 4, ""), Scores(company.Head.Person, 2, ""));
        await company.Owner.Says("scoring");
        await company.Owner.Sees("2 of 3");
    }

    [Fact]
    public async Task Where_fewer_than_three_score_nothing_is_shown_to_anybody()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        var state = await Begun(company);
        await Scores(company.Ceo.Person, 5, Signed, isSigned: true);
        await Scores(company.Head.Person, 1, Anonymous);
        var abstained = CardText.Of(await company.Owner.PressesOn(await company.Owner.PressesOn(state, "Score now"), "I abstain"));
        foreach (var (reader, text) in ((Participant, string)[])[(company.Owner, abstained), (company.Head.Person, CardText.Of((await company.Head.Person.Sees("Results of the blind scoring")).Activity))])
        {
            Assert.Contains("Fewer than 3 people scored, so no results are shown", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Kendall", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Signed, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_time_ends_a_round_and_the_owner_begins_the_next()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var company = await Planned(bot);
        await Begun(company);
        clock.Advance(TimeSpan.FromDays(7));
        await company.Head.Person.Sees("Results of the blind scoring", "0 of 3 people scored");
        await company.Owner.Sees("Results of the blind scoring", "Round 1 on version 1");
        var form = await company.Owner.Presses("New round");
        Assert.Contains("Round 2", CardText.Of(await company.Owner.PressesOn(form, "Begin the round", Everybody(company))), StringComparison.Ordinal);
        Assert.Contains("A round is open already", CardText.Of(await company.Owner.PressesOn(form, "Begin the round", Everybody(company))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_are_changed_until_the_owner_closes_the_round_and_not_after()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        var state = await Begun(company);
        await company.Ceo.Person.Sees("Your scores");
        var sheet = CardText.Card(company.Ceo.Person.Last!.Activity)!.Value;
        await Scores(company.Ceo.Person, 5, "");
        await company.Ceo.Person.Says("scoring");
        await company.Ceo.Person.Sees("Blind scoring", "sent");
        var again = await company.Ceo.Person.Presses("Change my scores");
        Assert.Contains("\"value\":\"5\"", again.GetRawText(), StringComparison.Ordinal);
        await ScoresOn(company.Ceo.Person, again, 2, "", false);

        Assert.Contains("Only an owner", (await company.Head.Person.PressesOn(state, "Close it now")).GetString(), StringComparison.Ordinal);
        Assert.Contains("1 of 3 people scored", CardText.Of(await company.Owner.PressesOn(state, "Close it now")), StringComparison.Ordinal);
        await company.Ceo.Person.Sees("Results of the blind scoring");
        Assert.Contains("what you just entered is not counted", CardText.Of(await company.Ceo.Person.PressesOn(sheet, "Save and go on")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_half_filled_in_comes_back_as_it_was()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        await company.Owner.Says("scoring");
        await company.Owner.Sees("Begin a blind scoring round");
        var fault = await company.Owner.Presses("Begin the round", ("people", $"{company.Ceo.Person.Id},{company.Head.Person.Id}"), ("days", "3"));
        Assert.Contains("Choose 3 to 30 people", CardText.Of(fault), StringComparison.Ordinal);
        Assert.Equal("3", CardText.Inputs(fault).Single(input => input.GetProperty("id").GetString() == "days").GetProperty("value").ToString());
        await company.Owner.PressesOn(fault, "Begin the round", ("people", Everybody(company).Value));

        await company.Ceo.Person.Sees("Your scores");
        Assert.Contains("give all three scores", CardText.Of(await company.Ceo.Person.Presses("Save and go on", ("impact0", "5"), ("reason1", Signed))), StringComparison.Ordinal);
        var half = await company.Ceo.Person.Presses("Save and go on", ("impact0", "5"), ("urgency0", "9"), ("effort0", "1"), ("reason0", Signed));
        Assert.Contains("give all three scores", CardText.Of(half), StringComparison.Ordinal);
        Assert.Contains(Signed, CardText.Of(half), StringComparison.Ordinal);
        var last = await company.Ceo.Person.Presses("Save and go on");
        Assert.Contains("Score at least one initiative", CardText.Of(await company.Ceo.Person.PressesOn(last, "Send my scores")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_says_when_the_roadmap_has_moved_on()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        await Begun(company);
        await company.User.Person.Says("report Half of us paste customer letters into ChatGPT.");
        await company.User.Person.Sees("Have I understood it");
        await company.Owner.Says("gaps");
        await company.Owner.Sees("More was said since this draft");
        await company.Owner.Presses("Draft again");
        await company.Owner.Sees("Gap analysis", "Version 2");
        await company.Owner.Says("scoring");
        await company.Owner.Sees("Round 1 on version 1", "this round is about version 1, the latest is version 2");
    }

    [Fact]
    public async Task Only_those_who_plan_are_shown_a_round_and_only_those_chosen_score_in_it()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        await company.Head.Person.Says("scoring");
        await company.Head.Person.Sees("No scoring round has begun yet");
        var state = await Begun(company);
        await company.User.Person.Says("scoring");
        await company.User.Person.Sees("for those who plan");
        Assert.Contains("for those who plan", (await company.User.Person.PressesOn(state, "Score now")).GetString(), StringComparison.Ordinal);

        var milan = bot.Person("Milan");
        await milan.Says("start");
        await milan.Sees("Take part");
        await milan.Presses("Take part");
        await milan.Sees("you take part as End user");
        await milan.PressesOn(await milan.Presses("I have another role"), "Ask the owner", ("role", "Msp"));
        await company.Owner.Sees("Milan asks to take part");
        await company.Owner.Presses("Save");
        Assert.Contains("You don't take part in this round", (await milan.PressesOn(state, "Score now")).GetString(), StringComparison.Ordinal);

        var group = company.Head.Person.In("19:board@thread.v2");
        await group.Says("scoring");
        await group.Sees("written to you in our own chat");
        await company.Head.Person.Sees("Blind scoring: Harbour Clinic");
    }

    /// <summary>A roadmap of more than five initiatives, from what one person reports.</summary>
    private static async Task<Company> Planned(TestBot bot)
    {
        var company = await Company.Found(bot);
        foreach (var text in (string[])
            [
                "Our backups have never been tested.", "Just the password. There's no second step, nothing comes to my phone.", "At night? Nobody. We'd see it on Monday.",
                "The wifi drops every afternoon.", "Only Frank knows how it all hangs together, and he retires in June.", "Every new patient is typed twice, once into the booking system and once into Excel.",
                "The servers are nine years old and out of warranty since 2021.",
            ])
        {
            await company.User.Person.Says($"report {text}");
            await company.User.Person.Sees("Have I understood it");
        }

        await company.Owner.Says("roadmap");
        await company.Owner.Sees("IT roadmap: Harbour Clinic");
        return company;
    }

    /// <summary>The owner begins a round with the executive, the department head and himself; returns what the owner sees then.</summary>
    private static async Task<JsonElement> Begun(Company company)
    {
        await company.Owner.Says("scoring");
        await company.Owner.Sees("Begin a blind scoring round");
        return await company.Owner.Presses("Begin the round", Everybody(company));
    }

    private static (string Input, string Value) Everybody(Company company) =>
        ("people", string.Join(',', company.Owner.Id, company.Ceo.Person.Id, company.Head.Person.Id));

    /// <summary>Gives every initiative the same, with a reason for the first; returns the card that sending leads to.</summary>
    private static async Task<JsonElement> Scores(Participant person, int impact, string reason, bool isSigned = false)
    {
        await person.Says("scoring");
        await person.Sees("Blind scoring:");
        return await ScoresOn(person, await person.Presses("Score now"), impact, reason, isSigned);
    }

    private static async Task<JsonElement> ScoresOn(Participant person, JsonElement sheet, int impact, string reason, bool isSigned)
    {
        var filled = Enumerable.Range(0, 10).SelectMany(place => ((string, string)[])[($"impact{place}", $"{impact}"), ($"urgency{place}", "3"), ($"effort{place}", $"{(place % 5) + 1}")])
            .Append(("reason0", reason)).ToArray();
        var last = await person.PressesOn(sheet, "Save and go on", filled);
        return await person.PressesOn(last, "Send my scores", isSigned ? [.. filled, ("sign", "yes")] : filled);
    }

    private static IReadOnlyList<string> Titles(JsonElement card) => [.. CardText.Buttons(card).Select(button => button.GetProperty("title").GetString()!)];

    private static IReadOnlyList<string> Rows(JsonElement card) =>
        [.. CardText.Walk(card).Where(part => part.TryGetProperty("selectAction", out _)).Select(part => part.GetProperty("selectAction").GetProperty("title").GetString()!)];
}
