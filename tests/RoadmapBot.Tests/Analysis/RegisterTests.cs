using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Analysis;

public sealed class RegisterTests
{
    [Theory]
    [InlineData("Reconciling takes my team three days a month, by hand, in a spreadsheet.", "3 days × 12 a year = 36 days a year")]
    [InlineData("We type every offer twice, which costs us two hours every week.", "2 hours × 52 a year = 104 hours a year")]
    [InlineData("The Wi-Fi drops out and we lose 30 minutes every day.", "30 minutes × 220 working days a year (an assumption) = 6,600 minutes a year")]
    [InlineData("The network drops every month and it costs us 4,000 euros.", "4,000 euros × 12 a year = 48,000 euros a year")]
    public void What_doing_nothing_costs_is_the_product_of_stated_figures(string said, string sum)
    {
        var analysis = Said(said);
        var loss = analysis.Inactions.SelectMany(one => one.Losses).First();
        Assert.Equal(sum, loss.Sum);
        Assert.Equal(said, loss.Receipt.Quote);
    }

    [Theory]
    [InlineData("The server crashes all the time.")]
    [InlineData("The Wi-Fi drops out, and each time it costs us 4,000 euros.")]
    [InlineData("The server crashes. It is nine years old.")]
    public void Without_both_an_amount_and_a_period_nothing_is_multiplied(string said)
    {
        var inactions = Said(said).Inactions;
        Assert.NotEmpty(inactions);
        Assert.Empty(inactions.SelectMany(one => one.Losses));
    }

    [Fact]
    public void Each_of_the_four_classes_is_in_use() => Assert.Equal(4,
        Known.Catalogue.Inaction.ByGap.Values.Concat(Known.Catalogue.Inaction.ByDomain.Values).Select(one => one.Id).Distinct().Count());

    [Fact]
    public void What_went_wrong_in_past_projects_is_kept_with_its_subjects()
    {
        var lesson = Assert.Single(Said("The portal. It has eaten two years, and nobody was in charge of it.", "What would you do differently from the last IT project here?", Role.Executive).Lessons);
        Assert.Equal("The portal. It has eaten two years, and nobody was in charge of it.", lesson.Receipt.Quote);
        Assert.Contains("online-service", lesson.Concepts);
        Assert.Contains(Domain.Applications, lesson.Domains);
    }

    [Theory]
    [InlineData("The ERP project dragged on for two years and ran over budget.", "What worries you?", 1)]
    [InlineData("The ERP project went well and was on time.", "What worries you?", 0)]
    [InlineData("I don't know.", "What would you do differently from the last IT project here?", 0)]
    [InlineData("The printers are old.", "What worries you?", 0)]
    public void A_lesson_is_trouble_with_a_project_or_the_answer_to_a_question_about_one(string said, string asked, int lessons) =>
        Assert.Equal(lessons, Said(said, asked).Lessons.Count);

    [Theory]
    [InlineData("The portal. It has eaten two years, and nobody was in charge of it.", "One person answers")]
    [InlineData("The portal. Nobody asked us before it was bought.", "Those who will use it")]
    [InlineData("There was no training, we were thrown in.", "Training comes before")]
    [InlineData("We switched all at once, on a Friday.", "A small trial")]
    [InlineData("The salesman's demo had nothing to do with our work.", "The supplier shows it")]
    [InlineData("It went over budget by half.", "All costs are written down")]
    [InlineData("It dragged on for ever.", "It is cut into steps")]
    [InlineData("He saw it at a trade show in High Point. It's built for others.", "Before it begins")]
    [InlineData("The portal. I'd want a better room for it.", "Before it begins")]
    public void A_lesson_says_what_guards_the_next_project(string said, string guard) =>
        Assert.StartsWith(guard, Assert.Single(Said(said, "What would you do differently from the last IT project here?").Lessons).Guard, StringComparison.Ordinal);

    [Fact]
    public void A_project_that_is_praised_needs_no_guard() =>
        Assert.Null(Assert.Single(Said("It went very well and everybody was happy with it.", "How did the last IT project go?").Lessons).Guard);

    [Fact]
    public void A_lesson_that_names_no_thing_is_about_what_was_asked() =>
        Assert.Contains("online-service", Assert.Single(Said("Badly. It dragged on for ever.", "How did the project for the customer portal go?").Lessons).Concepts);

    [Fact]
    public void Every_category_has_a_tier_that_follows_from_what_was_said_or_none()
    {
        var profile = Said("Nobody has ever tested the backups, and last month we lost the patient records.", "Backups?").Profile;
        Assert.Equal(22, profile.Count);
        var recovery = profile.Single(state => state.Category == "RC.RP");
        Assert.Equal((1, 3), (recovery.Tier, recovery.Target));
        Assert.Contains("1 gap, of a severity up to ", recovery.Why, StringComparison.Ordinal);
        Assert.Null(profile.Single(state => state.Category == "GV.SC").Tier);
    }

    [Fact]
    public void What_is_confirmed_and_not_denied_is_repeatable() =>
        Assert.Equal((3, "1 of 2 checked points met, 0 denied or disputed"), Said("We test a restore of a server every month.", "Restores?").Profile.Where(state => state.Category == "RC.RP").Select(state => (state.Tier, state.Why)).Single());

    [Fact]
    public void An_open_question_whose_subject_somebody_else_told_about_is_open_no_more()
    {
        var said = Known.Say((Role.Executive, "Priorities?", "Growth."), (Role.It, "How do you use multi-factor sign-in?", "Everybody has the authenticator on the telephone since spring."));
        var testimony = said with { Voices = [said.Voices[0] with { LeftOpen = ["Who needs multi-factor sign-in here?", "Who pays for the website?"] }, said.Voices[1]] };
        var open = Analyst.Analyse(testimony, Known.Catalogue).Unknowns.Select(unknown => unknown.Question).ToArray();
        Assert.DoesNotContain("Who needs multi-factor sign-in here?", open);
        Assert.Contains("Who pays for the website?", open);
    }

    [Theory]
    [InlineData(true, "the managed service provider")]
    [InlineData(false, "IT")]
    public void What_one_left_open_goes_to_who_else_may_know_and_a_providers_client_is_known_to_a_provider(bool isProvider, string ask)
    {
        var said = Known.Say((isProvider ? Role.Msp : Role.EndUser, "Priorities?", "Growth."), (Role.It, "Goals?", "Growth."));
        var testimony = said with { Voices = [said.Voices[0] with { LeftOpen = ["Who pays for this website?"] }, said.Voices[1] with { Title = "IT" }] };
        Assert.Equal(ask, Analyst.Analyse(testimony, Known.Catalogue).Unknowns.Single(unknown => unknown.Question == "Who pays for this website?").Ask);
    }

    [Fact]
    public void Questions_on_one_subject_are_one_and_nobody_is_asked_more_than_five()
    {
        var said = Known.Say((Role.Executive, "Priorities?", "Growth."), (Role.Executive, "Goals?", "Growth."));
        string[] many = ["Website?", "Which website?", "Wi-Fi?", "Printers?", "Phones?", "Which firewall?", "Which CRM?", "Cyber insurance?", "Payroll system?", "Encryption?"];
        var testimony = said with { Voices = [said.Voices[0] with { LeftOpen = many }, said.Voices[1]] };
        var unknowns = Analyst.Analyse(testimony, Known.Catalogue).Unknowns;
        Assert.Single(unknowns, unknown => unknown.Question.Contains("website", StringComparison.OrdinalIgnoreCase));
        Assert.All(unknowns.CountBy(unknown => unknown.Ask), ask => Assert.InRange(ask.Value, 1, 5));
    }

    private static GapAnalysis Said(string text, string topic = "What holds you up?", Role role = Role.DepartmentHead) => Analyst.Analyse(Known.Say((role, topic, text)), Known.Catalogue);
}
