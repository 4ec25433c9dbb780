using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>People ask the roadmap, in plain words, and hear what it says with where it says so.</summary>
public sealed class QuestionJourney
{
    private const string Secret = "Our backups have never been tested";

    [Fact]
    public async Task A_question_is_answered_with_a_citation_that_opens_and_else_the_roadmap_does_not_say()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await ProgressJourney.Approved(bot);

        await company.Owner.Says("ask when do we prove that backups restore?");
        await company.Owner.Sees("The roadmap says", "Prove that backups restore", "From version 1 (approved)", "Initiative");
        Assert.Contains("Closes these gaps", CardText.Of(await company.Owner.Presses("Prove that backups restore")), StringComparison.Ordinal);

        await company.Owner.Says("Why do we prove that backups restore?");
        await company.Owner.Sees("The roadmap says", "closes the gap", Secret);
        await company.Ceo.Person.Says("Why do we prove that backups restore?");
        var forCeo = CardText.Of((await company.Ceo.Person.Sees("The roadmap says", "closes the gap", "Said by one person")).Activity);
        Assert.DoesNotContain(Secret, forCeo, StringComparison.Ordinal);

        await company.Owner.Says("ask: when does the swimming pool open?");
        await company.Owner.Sees("The roadmap doesn’t say", "Version 1");
        await company.Owner.Says("ask");
        await company.Owner.Sees("Ask the roadmap");
    }

    [Fact]
    public async Task An_end_user_hears_what_changes_and_nothing_of_costs_and_reasons()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await ProgressJourney.Approved(bot);
        var user = company.User.Person;
        await user.Says("ask what does the restore test cost?");
        await user.Sees("This part is for those who plan");
        await user.Says("ask what comes first?");
        var text = CardText.Of((await user.Sees("The roadmap says", "First in time")).Activity);
        Assert.DoesNotContain("USD", text, StringComparison.Ordinal);
        await user.Says("Why have our backups never been tested?");
        await user.Sees("report");
    }

    [Fact]
    public async Task Words_that_something_else_waits_for_are_never_taken_for_a_question()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await ProgressJourney.Approved(bot);
        await company.Owner.Says("report");
        await company.Owner.Sees("gets in your way");
        await company.Owner.Says("When do we prove that backups restore?");
        Assert.Equal(["1"], bot.Query("SELECT COUNT(*) FROM pain_points"));
    }

    [Fact]
    public async Task In_a_group_the_answer_goes_to_the_one_who_asks_and_holds_no_quote()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await ProgressJourney.Approved(bot);
        var group = company.Owner.In("19:board@thread.v2");
        await group.Installs();
        await group.Says("ask why do we prove that backups restore?");
        await group.Sees("I have written to you");
        var text = CardText.Of((await company.Owner.Sees("The roadmap says", "Said by one person")).Activity);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }
}
