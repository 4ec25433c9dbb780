using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>The roadmap is carried out: people tell how initiatives get on, and delay that stays comes before those who decide.</summary>
public sealed class ProgressJourney
{
    private const string Remark = "The supplier has no date for the tape robot.";

    [Fact]
    public async Task An_owner_tells_how_an_initiative_gets_on_and_everybody_who_plans_sees_it()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Approved(bot);
        var (title, track) = await First(company.Owner);
        Assert.Contains("Nothing so far", CardText.Of(track), StringComparison.Ordinal);

        var form = await company.Owner.PressesOn(track, "Update status");
        Assert.Contains("Say in the remark what blocks it.", CardText.Of(await company.Owner.PressesOn(form, "Save", ("state", "Blocked"))), StringComparison.Ordinal);
        var fault = await company.Owner.PressesOn(form, "Save", ("state", "UnderWay"), ("end", "2026-01-31"), ("remark", Remark));
        Assert.Contains("31 Jan 2026 has passed", CardText.Of(fault), StringComparison.Ordinal);
        Assert.Contains(Remark, fault.GetRawText(), StringComparison.Ordinal);
        await company.Owner.PressesOn(fault, "Save", ("state", "Blocked"), ("reached", "0"), ("end", "2027-12-31"));

        await company.Head.Person.Says("progress");
        var seen = CardText.Of((await company.Head.Person.Sees("Progress: Harbour Clinic", "Initiatives done", "Blocked (1)", title, "ends 31 Dec 2027")).Activity);
        Assert.Contains("1 of ", seen, StringComparison.Ordinal);
        Assert.Contains(Remark, CardText.Of(await company.Head.Person.Presses(title)), StringComparison.Ordinal);
        Assert.Equal(["Progress"], bot.Query("SELECT DISTINCT Kind FROM audit_entries WHERE Kind = 'Progress'"));
    }

    [Fact]
    public async Task Delay_that_stays_asks_the_owners_to_revise_move_or_cut_and_each_way_works()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Approved(bot);
        var decision = await PutOffTwice(company);
        Assert.Contains("Revise the plan, move resources, or cut scope?", CardText.Of(decision), StringComparison.Ordinal);

        var edit = await company.Owner.PressesOn(decision, "Revise the plan");
        var revised = await company.Owner.PressesOn(edit, "Save", ("why", "It takes longer"));
        Assert.Contains("It takes longer", CardText.Of(revised), StringComparison.Ordinal);

        var again = await company.Owner.PressesOn((await First(company.Owner)).Track, "Decide about the delay"); // version 1 is in force still
        var handed = await company.Owner.PressesOn(await company.Owner.PressesOn(again, "Move resources"), "Hand it over", ("owner", "Henri"), ("why", "He has people"));
        Assert.Contains("Henri", CardText.Of(handed), StringComparison.Ordinal);

        again = await company.Owner.PressesOn((await First(company.Owner)).Track, "Decide about the delay");
        var cut = await company.Owner.PressesOn(await company.Owner.PressesOn(again, "Cut scope"), "Leave it out", ("why", "We cannot wait"));
        Assert.Contains("IT roadmap: Harbour Clinic", CardText.Of(cut), StringComparison.Ordinal);
        Assert.Contains("no longer has this initiative", (await company.Owner.PressesOn((await First(company.Owner)).Track, "Decide about the delay")).GetString(), StringComparison.Ordinal);
        Assert.Equal(["4"], bot.Query("SELECT MAX(Number) FROM roadmaps"));
    }

    [Fact]
    public async Task What_was_told_survives_new_versions_and_counts_for_the_approved_one()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Approved(bot);
        var decision = await PutOffTwice(company);
        await company.Owner.PressesOn(await company.Owner.PressesOn(decision, "Revise the plan"), "Save", ("why", "It takes longer"));
        await company.Owner.Says("progress");
        await company.Owner.Sees("Progress: Harbour Clinic", "Version 1 – approved by Grace", "Late (1)");

        await company.Ceo.Person.Says("summary");
        await company.Ceo.Person.Sees("Version 2");
        await company.Ceo.Person.Presses("Approve");
        await company.Owner.Says("progress");
        var text = CardText.Of((await company.Owner.Sees("Progress: Harbour Clinic", "Version 2 – approved by Grace")).Activity);
        Assert.DoesNotContain("Late (", text, StringComparison.Ordinal);
        Assert.Contains("Under way and in time (1)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_whom_the_plan_names_may_tell_of_that_initiative_only_and_others_may_not()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Approved(bot);
        var (title, track) = await First(company.Owner);
        Assert.DoesNotContain("Update status", CardText.Of((await First(company.Head.Person)).Track), StringComparison.Ordinal);
        Assert.Contains("The initiative's owner and the owners of the engagement", (await company.Head.Person.PressesOn(track, "Update status")).GetString(), StringComparison.Ordinal);
        await company.User.Person.Says("progress");
        await company.User.Person.Sees("This part is for those who plan");

        var initiative = await company.Owner.PressesOn(track, "The initiative");
        await company.Owner.PressesOn(await company.Owner.PressesOn(initiative, "Edit"), "Save", ("owner", "Uma"), ("why", "She knows it"));
        await company.Ceo.Person.Says("summary");
        await company.Ceo.Person.Sees("Version 2");
        await company.Ceo.Person.Presses("Approve");
        await company.User.Person.Says("progress");
        var mine = CardText.Of((await company.User.Person.Sees("Progress: Harbour Clinic", title)).Activity);
        Assert.DoesNotContain("Initiatives done", mine, StringComparison.Ordinal);
        var told = await company.User.Person.PressesOn(await company.User.Person.PressesOn((await First(company.User.Person)).Track, "Update status"), "Save", ("state", "UnderWay"));
        Assert.Contains("that is noted", CardText.Of(told), StringComparison.Ordinal);
        Assert.Contains("Uma: Under way", CardText.Of(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_it_is_shown_to_the_one_who_asks_alone()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Approved(bot);
        var group = company.Owner.In("19:board@thread.v2");
        await group.Installs();
        await group.Says("progress");
        await group.Sees("I have written to you");
        await company.Owner.Sees("Progress: Harbour Clinic");
    }

    /// <summary>A first version that the executive has approved.</summary>
    internal static async Task<Company> Approved(TestBot bot)
    {
        var company = await Company.Found(bot);
        await company.Head.Interview("Our backups have never been tested, as far as I know.", "Nobody knows who renews the licences.");
        await company.Owner.Says("roadmap");
        await company.Owner.Sees("IT roadmap: Harbour Clinic");
        await company.Ceo.Person.Says("summary");
        await company.Ceo.Person.Sees("IT roadmap in short");
        await company.Ceo.Person.Presses("Approve");
        await company.Owner.Sees("Grace has approved version 1");
        return company;
    }

    /// <summary>The status of the initiative that stands first.</summary>
    internal static async Task<(string Title, JsonElement Track)> First(Participant person)
    {
        await person.Says("progress");
        var card = CardText.Card((await person.Sees("Progress: Harbour Clinic")).Activity)!.Value;
        var title = CardText.Walk(card).First(part => part.TryGetProperty("selectAction", out _)).GetProperty("selectAction").GetProperty("title").GetString()!;
        return (title, await person.PressesOn(card, title));
    }

    private static async Task<JsonElement> PutOffTwice(Company company)
    {
        var (_, track) = await First(company.Owner);
        var form = await company.Owner.PressesOn(track, "Update status");
        var end = DateOnly.Parse(CardText.Inputs(form).Single(input => input.GetProperty("id").GetString() == "end").GetProperty("value").GetString()!, null);
        foreach (var days in (int[])[20, 40])
        {
            form = await company.Owner.PressesOn(track, "Update status");
            track = await company.Owner.PressesOn(form, "Save", ("state", "UnderWay"), ("end", $"{end.AddDays(days):yyyy-MM-dd}"));
        }

        return track;
    }
}
