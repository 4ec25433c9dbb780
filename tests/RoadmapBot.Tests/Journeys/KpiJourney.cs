using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>What success is measured by: chosen before the work starts, read through the year, and its silence told.</summary>
public sealed class KpiJourney
{
    [Fact]
    public async Task An_owner_chooses_a_kpi_and_readings_become_a_trend_that_everybody_who_plans_sees()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var company = await ProgressJourney.Approved(bot);
        var form = await Form(company, "mttr");
        Assert.Contains("Give the target as a number", CardText.Of(await company.Owner.PressesOn(form, "Save", ("direction", "Down"))), StringComparison.Ordinal);
        Assert.Contains("The target is worse than the baseline", CardText.Of(await company.Owner.PressesOn(form, "Save", ("direction", "Up"), ("baseline", "20"), ("target", "15"))), StringComparison.Ordinal);
        var kpi = await company.Owner.PressesOn(form, "Save", ("direction", "Down"), ("baseline", "20 hours"), ("target", "15"));
        Assert.Contains("no reading yet", CardText.Of(kpi), StringComparison.Ordinal);

        var reading = await company.Owner.PressesOn(kpi, "Add a reading");
        Assert.Contains("still to come", CardText.Of(await company.Owner.PressesOn(reading, "Save", ("value", "18"), ("on", "2030-01-01"))), StringComparison.Ordinal);
        var asked = await company.Owner.PressesOn(reading, "Save", ("value", "1800"), ("on", "2026-11-20"));
        Assert.Contains("1,800 hours is far from the baseline (20 hours). Is it right?", CardText.Of(asked), StringComparison.Ordinal);
        Assert.Contains("18 hours on 20 Nov 2026 (better than before)", CardText.Of(await company.Owner.PressesOn(asked, "Save", ("value", "18"))), StringComparison.Ordinal);

        await company.Owner.Says("kpi: mttr;2026-10-31;19\nmttr;2026-11-21;14.5\nwifi;2026-11-21;1");
        var left = await company.Owner.Sees("Noted: 2. Known already: 0. Refused: 1. Asked about: 0.", "Line 3, “wifi;2026-11-21;1”: no KPI “wifi” is measured here");
        Assert.Equal("wifi;2026-11-21;1", CardText.Inputs(CardText.Card(left.Activity)!.Value).Single().GetProperty("value").GetString());

        clock.Advance(TimeSpan.FromDays(40));
        await company.Ceo.Person.Says("kpi");
        await company.Ceo.Person.Sees("KPIs: Harbour Clinic", "Silent for longer than their rhythm: Mean time from report to resolution", "14.5 hours on 21 Nov 2026 (better than before)", "target 15 hours");
        var seen = CardText.Of(await company.Ceo.Person.Presses("Mean time"));
        Assert.Contains("The last 3 of 3 readings", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Add a reading", seen, StringComparison.Ordinal);
        Assert.Equal(["Kpi", "Reading"], bot.Query("SELECT DISTINCT Kind FROM audit_entries WHERE Kind IN ('Kpi', 'Reading') ORDER BY Kind"));
    }

    [Fact]
    public async Task Unusual_lines_are_taken_once_somebody_says_that_they_are_right()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await ProgressJourney.Approved(bot);
        await company.Owner.PressesOn(await Form(company, "mttr"), "Save", ("direction", "Down"), ("baseline", "20"), ("target", "15"));
        await company.Owner.Says("kpi\nmttr;2026-10-31;19\nmttr;2026-11-21;1450");
        await company.Owner.Sees("Noted: 1", "Asked about: 1", "is far from");
        Assert.Contains("Noted: 1. Known already: 0. Refused: 0. Asked about: 0.", CardText.Of(await company.Owner.Presses("They are right")), StringComparison.Ordinal);
        await company.Owner.Says("kpi\nmttr;2026-11-21;1450");
        await company.Owner.Sees("Noted: 0. Known already: 1");
    }

    [Fact]
    public async Task A_kpi_leads_to_its_initiatives_and_is_measured_no_more_when_an_owner_says_so()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await ProgressJourney.Approved(bot);
        await company.Owner.Says("kpi");
        await company.Owner.Sees("No KPI has been chosen yet");
        var choose = await company.Owner.Presses("Choose a KPI");
        var first = CardText.Inputs(choose).Single().GetProperty("choices")[0].GetProperty("value").GetString()!; // the roadmap promises it
        var kpi = await company.Owner.PressesOn(await company.Owner.PressesOn(choose, "Next", ("kpi", first)), "Save", ("direction", "Up"), ("target", "90"));
        Assert.Contains("It has no baseline", CardText.Of(kpi), StringComparison.Ordinal);
        var title = CardText.Walk(kpi).First(part => part.TryGetProperty("selectAction", out _)).GetProperty("selectAction").GetProperty("title").GetString()!;
        Assert.Contains("Closes these gaps", CardText.Of(await company.Owner.PressesOn(kpi, title)), StringComparison.Ordinal);
        Assert.Contains("No KPI has been chosen yet", CardText.Of(await company.Owner.PressesOn(await company.Owner.PressesOn(kpi, "Change it"), "Measure it no more")), StringComparison.Ordinal);
        Assert.Contains("no longer measured", (await company.Owner.PressesOn(kpi, "Add a reading")).GetString(), StringComparison.Ordinal);
        await company.Head.Person.Says("kpi: mttr;2026-10-31;19");
        await company.Head.Person.Sees("Readings are told by owners");
    }

    private static async Task<System.Text.Json.JsonElement> Form(Company company, string kpi)
    {
        await company.Owner.Says("kpi");
        await company.Owner.Sees("KPIs: Harbour Clinic");
        return await company.Owner.PressesOn(await company.Owner.Presses("Choose a KPI"), "Next", ("kpi", kpi));
    }
}
