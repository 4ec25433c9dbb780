using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>What is different between versions, in plain words, with who changed and who approved.</summary>
public sealed class ChangesJourney
{
    [Fact]
    public async Task What_changed_since_the_approved_version_is_told_with_the_reason_and_the_approvals()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await ProgressJourney.Approved(bot);
        await company.Owner.Says("changes");
        await company.Owner.Sees("still its first version");

        var (title, _) = await ProgressJourney.First(company.Owner);
        var form = await company.Owner.PressesOn(await Initiative(company.Owner), "Edit");
        await company.Owner.PressesOn(form, "Save", ("owner", "Uma"), ("costLow", "90000"), ("costHigh", "95000"), ("why", "The first offer was too low"));
        form = await company.Owner.PressesOn(await Initiative(company.Owner), "Edit");
        await company.Owner.PressesOn(form, "Leave it out", ("why", "We cannot do this"));

        await company.Ceo.Person.Says("changes");
        await company.Ceo.Person.Sees("since version 1", "Version 1 of", "approved by Grace on", "Version 3 of", "not approved", "Dropped", title, "Ada,", "We cannot do this", "The first offer was too low");
        await company.Ceo.Person.Says("changes since 2");
        var since = CardText.Of((await company.Ceo.Person.Sees("since version 2", "Dropped", title)).Activity);
        Assert.DoesNotContain("too low", since, StringComparison.Ordinal);
        var other = await company.Ceo.Person.Presses("Compare", ("other", "1"));
        Assert.Contains("since version 1", CardText.Of(other), StringComparison.Ordinal);

        await company.Ceo.Person.Says("changes since 3");
        await company.Ceo.Person.Sees("I can't compare with version 3", "a number from 1 to 2");
        await company.User.Person.Says("changes");
        await company.User.Person.Sees("This part is for those who plan");
    }

    [Fact]
    public async Task A_cost_that_changed_is_dearer_or_cheaper_and_an_owner_another()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await ProgressJourney.Approved(bot);
        var form = await company.Owner.PressesOn(await Initiative(company.Owner), "Edit");
        await company.Owner.PressesOn(form, "Save", ("owner", "Uma"), ("costLow", "90000"), ("costHigh", "95000"), ("why", "The first offer was too low"));
        await company.Owner.Says("roadmap");
        await company.Owner.Sees("IT roadmap: Harbour Clinic");
        await company.Owner.Presses("What changed");
        await company.Owner.Sees("since version 1", "Dearer or cheaper", "dearer, ", "90,000", "Another owner", "Uma instead of");
    }

    /// <summary>What stands first in the progress, as the latest version has it.</summary>
    private static async Task<JsonElement> Initiative(Participant person)
    {
        var (title, _) = await ProgressJourney.First(person);
        await person.Says("roadmap");
        return await person.PressesOn(CardText.Card((await person.Sees("IT roadmap: Harbour Clinic")).Activity)!.Value, title);
    }
}
