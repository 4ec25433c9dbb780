using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>From answers to an approved roadmap, and who sees what of it.</summary>
public sealed class RoadmapJourney
{
    private const string Secret = "Our backups have never been tested, as far as I know.";

    [Fact]
    public async Task People_of_every_role_are_heard_and_an_executive_approves_what_comes_of_it()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);

        await company.Owner.Says("gaps");
        await company.Owner.Sees("reading everything");
        var gaps = await company.Owner.Sees("Gap analysis: Harbour Clinic", "Version 1", "draft, not approved");
        Assert.Contains("backup", CardText.Of(gaps.Activity), StringComparison.OrdinalIgnoreCase);

        await company.Owner.Says("roadmap");
        await company.Owner.Sees("IT roadmap: Harbour Clinic", "Short term", "Jan 2027 – Jun 2027", "Mid term", "Jul 2027 – Jun 2028", "Long term", "Jul 2028 – Dec 2029");

        await company.Ceo.Person.Says("summary");
        await company.Ceo.Person.Sees("IT roadmap in short: Harbour Clinic", "Why", "What stands in the way", "What is planned", "What is to be decided");
        var approved = await company.Ceo.Person.Presses("Approve");
        Assert.Contains("approved by Grace", CardText.Of(approved), StringComparison.Ordinal);
        await company.Owner.Sees("Grace has approved version 1");
    }

    [Fact]
    public async Task A_gap_shows_its_words_to_the_analyst_and_only_a_count_to_everybody_else()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        var (card, gap) = await OpenGap(company.Owner, "backup");
        Assert.Contains(Secret, CardText.Of(gap), StringComparison.Ordinal);
        Assert.Contains("Henri, Department head, Reception", CardText.Of(gap), StringComparison.Ordinal);

        var forCeo = CardText.Of(await company.Ceo.Person.PressesOn(card, Title(gap)));
        Assert.DoesNotContain(Secret, forCeo, StringComparison.Ordinal);
        Assert.Contains("Said by one person", forCeo, StringComparison.Ordinal);
        var inGroup = CardText.Of(await company.Owner.In("19:group@thread.v2").PressesOn(card, Title(gap)));
        Assert.DoesNotContain(Secret, inGroup, StringComparison.Ordinal);
        var forUser = await company.User.Person.PressesOn(card, Title(gap));
        Assert.Contains("for those who plan", forUser.GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initiative_has_every_field_a_decision_needs_and_every_card_has_a_way_back()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        var (_, gap) = await OpenGap(company.Owner, "backup");
        var initiative = await company.Owner.PressesOn(gap, Rows(gap)[0]);
        var text = CardText.Of(initiative);
        foreach (var field in (string[])["Time", "Owner", "Cost", "Cost basis", "Return", "Resources", "Priority", "Serves", "Milestones", "Outcomes", "What changes", "What teams get from IT", "What IT needs from teams", "Closes these gaps"])
            Assert.Contains(field, text, StringComparison.Ordinal);

        var roadmap = await company.Owner.PressesOn(initiative, "Back to the roadmap");
        Assert.Contains("Short term", CardText.Of(roadmap), StringComparison.Ordinal);
        Assert.Contains("Gap analysis: Harbour Clinic", CardText.Of(await company.Owner.PressesOn(gap, "Back to the gaps")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_makes_a_version_that_needs_a_new_approval_and_later_drafts_keep_it()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        await company.Ceo.Person.Says("summary");
        await company.Ceo.Person.Sees("IT roadmap in short");
        var summary = CardText.Card(company.Ceo.Person.Last!.Activity)!.Value;
        await company.Ceo.Person.PressesOn(summary, "Approve");

        var (_, gap) = await OpenGap(company.Owner, "backup");
        var initiative = await company.Owner.PressesOn(gap, Rows(gap)[0]);
        var form = await company.Owner.PressesOn(initiative, "Edit");
        var incomplete = CardText.Of(await company.Owner.PressesOn(form, "Save", ("owner", "Ada L.")));
        Assert.Contains("say why", incomplete, StringComparison.Ordinal);
        Assert.Contains("Ada L.", incomplete, StringComparison.Ordinal); // nothing has to be typed twice
        var edited = await company.Owner.PressesOn(form, "Save", ("owner", "Ada Lovelace"), ("costLow", "1000"), ("costHigh", "2000"), ("why", "Ada has done it before"));
        Assert.Contains("Ada Lovelace", CardText.Of(edited), StringComparison.Ordinal);
        Assert.Contains("Ada has done it before", CardText.Of(edited), StringComparison.Ordinal);

        var newer = CardText.Of(await company.Ceo.Person.PressesOn(summary, "Send the remark", ("remark", "Too dear")));
        Assert.Contains("There is a newer version. This is version 2", newer, StringComparison.Ordinal);
        Assert.Contains("Version 2 – draft, not approved", newer, StringComparison.Ordinal);

        await company.User.Person.Says("report The server room is hot");
        await company.User.Person.Sees("Have I understood it");
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Gap analysis", "More was said since this draft");
        await company.Owner.Presses("Draft again");
        await company.Owner.Sees("Gap analysis", "Version 3");
        var (_, again) = await OpenGap(company.Owner, "backup");
        Assert.Contains("Ada Lovelace", CardText.Of(await company.Owner.PressesOn(again, Rows(again)[0])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roadmap_is_seen_as_a_timeline_as_a_budget_and_as_each_type_and_every_view_leads_back()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        await company.Owner.Says("roadmap");
        var roadmap = CardText.Card((await company.Owner.Sees("IT roadmap: Harbour Clinic", "Version 1")).Activity)!.Value;

        var timeline = await company.Owner.PressesOn(roadmap, "Timeline");
        foreach (var words in (string[])["Discovery and assessment", "Strategy", "Planning", "Execution", "Review", "to be approved", "Short", "Mid", "Long", "Jan 2027"])
            Assert.Contains(words, CardText.Of(timeline), StringComparison.Ordinal);
        var budget = await company.Owner.PressesOn(timeline, "Budget by quarter");
        foreach (var words in (string[])["By fiscal year", "FY2027", "FY2029", "running"])
            Assert.Contains(words, CardText.Of(budget), StringComparison.Ordinal);
        foreach (var (lens, purpose) in ((string, string)[])[
            ("Technology", "whole organisation in three years"), ("It", "how many days each team gives"), ("Enterprise", "support those of the business"),
            ("Project", "undertakings that need a plan"), ("Architecture", "stored and reached"), ("Engineering", "reach outside")])
        {
            var look = await company.Owner.PressesOn(roadmap, "Look", ("as", lens));
            Assert.Contains(purpose, CardText.Of(look), StringComparison.Ordinal);
            Assert.Contains("IT roadmap: Harbour Clinic", CardText.Of(await company.Owner.PressesOn(look, "Back to the roadmap")), StringComparison.Ordinal);
        }

        Assert.Contains("Short term", CardText.Of(await company.Owner.PressesOn(budget, "Back to the roadmap")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_sets_a_budget_and_the_next_version_keeps_within_it_and_says_what_has_no_place()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        await company.Owner.Says("roadmap");
        var roadmap = CardText.Card((await company.Owner.Sees("IT roadmap: Harbour Clinic", "Version 1")).Activity)!.Value;

        var form = await company.Owner.PressesOn(roadmap, "Planning frame");
        Assert.Contains("What the roadmap has to keep within", CardText.Of(form), StringComparison.Ordinal);
        Assert.Contains("whole number above zero", CardText.Of(await company.Owner.PressesOn(form, "Save and draft again", ("budget", "-5"))), StringComparison.Ordinal);
        var saved = await company.Owner.PressesOn(form, "Save and draft again", ("budget", "400"), ("fiscal", "7"));
        Assert.Contains("drafting again within it", CardText.Of(saved), StringComparison.Ordinal);
        await company.Owner.Sees("IT roadmap: Harbour Clinic", "Version 2", "has no place in the roadmap", "Q3 FY2027", "quarter's budget of EUR 400");

        await company.Owner.Says("planning");
        Assert.Equal("400", CardText.Inputs(CardText.Card((await company.Owner.Sees("What the roadmap has to keep within")).Activity)!.Value).Single(input => input.GetProperty("id").GetString() == "budget").GetProperty("value").ToString());
        await company.Ceo.Person.Says("planning");
        await company.Ceo.Person.Sees("Only an owner");
        var group = company.Owner.In("19:board@thread.v2");
        await group.Says("planning");
        await group.Sees("personal chat");

        Assert.Contains("Only an owner", (await company.Ceo.Person.PressesOn(roadmap, "Planning frame")).GetString(), StringComparison.Ordinal);
        Assert.Contains("personal chat", (await company.Owner.In("19:all@thread.v2").PressesOn(roadmap, "Planning frame")).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_is_shared_in_a_group_and_with_a_person_and_taken_back()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Gap analysis");

        var inGroup = company.Ceo.Person.In("19:board@thread.v2");
        await inGroup.Says("share");
        var shared = await inGroup.Sees("Grace shares this with you", "IT roadmap in short");
        Assert.DoesNotContain(Secret, CardText.Of(shared.Activity), StringComparison.Ordinal);
        await company.Ceo.Person.Sees("I have posted version 1");
        await company.Ceo.Person.Presses("Take it back");
        await Gone(bot, inGroup.Chat, shared.Id);

        await company.Ceo.Person.Says("share Nobody");
        await company.Ceo.Person.Sees("“Nobody” is not the name of one person");
        await company.Ceo.Person.Says("share henri");
        await company.Ceo.Person.Sees("Henri has version 1");
        var received = await company.Head.Person.Sees("Grace shares this with you");
        await company.Ceo.Person.Presses("Take it back");
        await Gone(bot, company.Head.Person.Chat, received.Id);

        await company.Head.Person.Says("share");
        await company.Head.Person.Sees("Owners and executives can share");
    }

    [Fact]
    public async Task An_executive_sends_a_version_back_with_a_remark_that_the_owner_gets()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        await company.Ceo.Person.Says("summary");
        await company.Ceo.Person.Sees("IT roadmap in short");
        Assert.Contains("Write what should change", (await company.Ceo.Person.Presses("Send the remark")).GetString(), StringComparison.Ordinal);
        await company.Ceo.Person.Presses("Send the remark", ("remark", "Why not before summer?"));
        await company.Owner.Sees("Grace sends version 1 back", "Why not before summer?");
        await company.Owner.Says("status");
        await company.Owner.Sees("Remarks", "Why not before summer?");
    }

    [Fact]
    public async Task An_end_user_sees_what_changes_and_no_costs()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        await company.User.Person.Says("roadmap");
        await company.User.Person.Sees("no roadmap yet");
        await company.Owner.Says("roadmap");
        await company.Owner.Sees("IT roadmap: Harbour Clinic");
        foreach (var command in (string[])["roadmap", "gaps", "summary"])
        {
            await company.User.Person.Says(command);
            var view = await company.User.Person.Sees("What changes for Reception");
            Assert.DoesNotContain("EUR", CardText.Of(view.Activity), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, CardText.Of(view.Activity), StringComparison.Ordinal);
        }

        await company.Head.Person.Says("roadmap reception");
        await company.Head.Person.Sees("What changes for Reception");
    }

    [Fact]
    public async Task In_a_group_the_plan_is_shown_by_those_who_may_share_it_and_sent_to_the_others_alone()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        await company.Owner.Says("summary");
        await company.Owner.Sees("IT roadmap in short");
        var head = company.Head.Person.In("19:all@thread.v2");
        await head.Says("summary");
        await head.Sees("written to you in our own chat");
        await company.Head.Person.Sees("IT roadmap in short");
        var ceo = company.Ceo.Person.In("19:all@thread.v2");
        await ceo.Says("summary");
        await ceo.Sees("IT roadmap in short");
        await ceo.Presses("Approve");
        await ceo.Sees("Grace has approved version 1");
    }

    [Fact]
    public async Task The_first_draft_that_somebody_asks_for_in_a_group_goes_to_that_person_alone()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        var head = company.Head.Person.In("19:all@thread.v2");
        await head.Says("roadmap");
        await company.Head.Person.Sees("IT roadmap: Harbour Clinic", "Short term");
        await head.Sees("written to you in our own chat");
        Assert.DoesNotContain(bot.Connector.In("19:all@thread.v2"), shown => CardText.Of(shown.Activity).Contains("EUR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_that_were_taken_back_are_shown_to_nobody_although_the_draft_stands()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        await company.User.Person.Says("report The wifi drops every afternoon in the waiting room");
        await company.User.Person.Sees("Have I understood it");
        var card = CardText.Card(company.User.Person.Last!.Activity)!.Value;
        var (_, gap) = await OpenGap(company.Owner, "Wireless");
        Assert.Contains("waiting room", CardText.Of(gap), StringComparison.Ordinal);

        await company.User.Person.PressesOn(card, "Take it back");
        var (_, after) = await OpenGap(company.Owner, "Wireless");
        Assert.DoesNotContain("waiting room", CardText.Of(after), StringComparison.Ordinal);
    }

    /// <summary>Three people and a pain point; nothing drafted yet.</summary>
    private static async Task<Company> Heard(TestBot bot)
    {
        var company = await Company.Found(bot);
        await company.Ceo.Interview(
            "We want to open a second clinic in Leeds by autumn 2027 and keep patients' data safe.",
            "Honestly nobody plans IT here, we only react when something breaks. There is no IT strategy.");
        await company.Head.Interview(
            "Every new patient is typed twice, once into the booking system and once into Excel. It takes each of us an hour a day.",
            Secret);
        await company.User.Interview("The wifi drops every afternoon and we wait for it.");
        await company.User.Person.Says("report The label printer jams every day and nobody from IT comes.");
        await company.User.Person.Sees("Kept. Have I understood it?");
        return company;
    }

    /// <summary>The card of all gaps, and the gap whose title holds the word.</summary>
    private static async Task<(JsonElement Gaps, JsonElement Gap)> OpenGap(Participant reader, string word)
    {
        await reader.Says("gaps");
        var gaps = CardText.Card((await reader.Sees("Gap analysis:")).Activity)!.Value;
        var title = Rows(gaps).First(title => title.Contains(word, StringComparison.OrdinalIgnoreCase));
        return (gaps, await reader.PressesOn(gaps, title));
    }

    /// <summary>The titles of the lines that lead on to a gap or an initiative.</summary>
    private static IReadOnlyList<string> Rows(JsonElement card) =>
        [.. CardText.Walk(card).Where(part => part.TryGetProperty("selectAction", out _)).Select(part => part.GetProperty("selectAction").GetProperty("title").GetString()!)];

    private static string Title(JsonElement card) => card.GetProperty("fallbackText").GetString()!;

    private static async Task Gone(TestBot bot, string chat, string id)
    {
        for (var wait = 0; wait < 200 && bot.Connector.In(chat).Any(shown => shown.Id == id); wait++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        Assert.DoesNotContain(bot.Connector.In(chat), shown => shown.Id == id);
    }
}
