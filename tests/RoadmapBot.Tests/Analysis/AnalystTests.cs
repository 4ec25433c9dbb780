using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Analysis;

public sealed class AnalystTests
{
    public static TheoryData<string> Cases => [.. Known.CaseFiles.Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_quote_is_found_in_its_answer_letter_for_letter(string name)
    {
        var testimony = Known.Case(name);
        var analysis = Analyst.Analyse(testimony, Known.Catalogue);
        Assert.NotEmpty(analysis.Gaps);
        Assert.All(analysis.Gaps, gap =>
        {
            Assert.NotEmpty(gap.Evidence);
            Assert.NotEmpty(gap.Objectives);
            Assert.InRange(gap.Severity.Likelihood, 1, 5);
            Assert.InRange(gap.Severity.Impact, 1, 5);
            Assert.NotEmpty(gap.Severity.Why);
            Assert.All(gap.Objectives, link => Assert.InRange(link.Objective, 0, analysis.Objectives.Count - 1));
        });
        Assert.All(analysis.Gaps.SelectMany(gap => gap.Evidence).Concat(analysis.Contradictions.SelectMany(one => one.Evidence)), receipt =>
            Assert.Contains(receipt.Quote, TextOf(testimony, receipt), StringComparison.Ordinal));
        Assert.Equal(analysis.Gaps.Count, analysis.Gaps.Select(gap => gap.Id).Distinct().Count());
        Assert.Equal(analysis.Gaps.OrderByDescending(gap => gap.Severity.Score()).Select(gap => gap.Id).First(), analysis.Gaps[0].Id);
        Assert.True(analysis.Gaps.Zip(analysis.Gaps.Skip(1)).All(pair => pair.First.Severity.Score() >= pair.Second.Severity.Score()));
    }

    [Theory]
    [InlineData("15-metro-nashville-schools", "2.3")]
    [InlineData("08-university-heights", "1.0")]
    public void Answers_that_praise_are_never_cited_for_a_gap(string name, string answer)
    {
        var analysis = Analyst.Analyse(Known.Case(name), Known.Catalogue);
        Assert.DoesNotContain(analysis.Gaps.SelectMany(gap => gap.Evidence), receipt => $"{receipt.Voice}.{receipt.Statement}" == answer);
    }

    [Theory]
    [InlineData("How is the network?", "No complaints, the network is fast and never a problem.")]
    [InlineData("How are backups done?", "They run every night, we restore a sample each month and it has always worked well.")]
    [InlineData("What works well?", "The help desk. They answer within minutes and I'm happy with it.")]
    [InlineData("Do you have a recovery plan?", "Yes, we practised it last autumn and it went well.")]
    [InlineData("How are projects going?", "The finance system was on time and on budget.")]
    [InlineData("How is training?", "Excellent. Everybody gets a day, and it is well organised.")]
    [InlineData("Were there outages?", "We had some in winter, but that was fixed in spring and it has been stable.")]
    [InlineData("Any problems with the printers?", "None.")]
    [InlineData("What annoys you about IT?", "Nothing.")]
    [InlineData("Who runs security?", "We have a security officer, she is thorough and well supported.")]
    public void A_strength_is_never_a_gap(string topic, string answer) => Assert.Empty(Known.GapIds(topic, answer));

    [Fact]
    public void The_analysis_does_not_depend_on_the_order_in_which_people_speak() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var testimony = Known.Case("02-sdg-united-counties");
        var random = new Random(seed);
        var shuffled = testimony with
        {
            Voices = [.. testimony.Voices.OrderBy(_ => random.Next()).Select(voice => voice with { Statements = [.. voice.Statements.OrderBy(_ => random.Next())] })],
        };
        return JsonSerializer.Serialize(Analyst.Analyse(testimony, Known.Catalogue)) == JsonSerializer.Serialize(Analyst.Analyse(shuffled, Known.Catalogue));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Several_people_make_one_gap_and_raise_its_likelihood()
    {
        var one = Analyst.Analyse(Known.Say((Role.It, "Backups?", "Nobody has ever tested the backups.")), Known.Catalogue);
        var three = Analyst.Analyse(Known.Say(
            (Role.It, "Backups?", "Nobody has ever tested the backups."), (Role.Msp, "Backups?", "The backups are untested."),
            (Role.Executive, "Backups?", "I hope the backups work, nobody has tried.")), Known.Catalogue);
        var (alone, together) = (GapOf(one, "restore-unproven"), GapOf(three, "restore-unproven"));
        Assert.Equal(3, together.Evidence.Select(receipt => receipt.Voice).Distinct().Count());
        Assert.True(together.Severity.Likelihood > alone.Severity.Likelihood);
        Assert.StartsWith("3 people", together.Severity.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The server crashes every Monday.", "it happens often")]
    [InlineData("The server crashed and we were sent home.", "work stands still")]
    [InlineData("The server with the patient records crashes.", "safety, legal duties or money")]
    [InlineData("The server crashed last month.", "it has already happened")]
    public void The_reason_names_what_raised_the_severity(string text, string reason) =>
        Assert.Contains(Analyst.Analyse(Known.Say((Role.It, "Servers?", text)), Known.Catalogue).Gaps, gap => gap.Severity.Why.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void A_pain_point_is_evidence_without_a_voice()
    {
        var testimony = Known.Say((Role.EndUser, "How are you?", "Fine.")) with { PainPoints = [new PainStatement("p7", "The Wi-Fi drops out every afternoon.", "Stores")] };
        var receipt = Assert.Single(GapOf(Analyst.Analyse(testimony, Known.Catalogue), "wifi-poor").Evidence);
        Assert.Equal(new Receipt("", "p7", "The Wi-Fi drops out every afternoon."), receipt);
    }

    [Fact]
    public void People_who_disagree_about_existence_are_shown()
    {
        var analysis = Analyst.Analyse(Known.Say(
            (Role.Executive, "Are you prepared?", "We have a disaster recovery plan."), (Role.It, "Are you prepared?", "There isn't a disaster recovery plan.")), Known.Catalogue);
        var contradiction = Assert.Single(analysis.Contradictions);
        Assert.Equal(["v0", "v1"], contradiction.Evidence.Select(receipt => receipt.Voice));
        Assert.Equal("Voice 1", contradiction.Ask);
    }

    [Theory]
    [InlineData("We have a disaster recovery plan.", "Yes, there is a recovery plan.")]
    [InlineData("There isn't a recovery plan.", "There is no recovery plan.")]
    [InlineData("We have an inventory.", "There isn't a recovery plan.")]
    public void People_who_agree_or_speak_of_different_things_do_not_disagree(string one, string other) =>
        Assert.Empty(Analyst.Analyse(Known.Say((Role.Executive, "Prepared?", one), (Role.It, "Prepared?", other)), Known.Catalogue).Contradictions);

    [Fact]
    public void Questions_left_open_are_registered_with_whom_to_ask()
    {
        var asked = Known.Say((Role.Executive, "Priorities?", "Growth."), (Role.It, "Servers?", "Twelve."));
        var testimony = asked with { Voices = [asked.Voices[0] with { LeftOpen = ["When does the support contract end?"] }, asked.Voices[1]] };
        Assert.Contains(new Unknown("When does the support contract end?", "Voice 1"), Analyst.Analyse(testimony, Known.Catalogue).Unknowns);
    }

    [Fact]
    public void An_open_question_that_somebody_else_answered_is_open_no_more()
    {
        var asked = Known.Say((Role.Executive, "Who pays?", "I don't know."), (Role.It, "Who pays?", "The finance department."));
        Assert.DoesNotContain(Analyst.Analyse(asked, Known.Catalogue).Unknowns, unknown => unknown.Question == "Who pays?");
    }

    [Fact]
    public void Objectives_that_nobody_stated_are_implied_and_marked()
    {
        var analysis = Analyst.Analyse(Known.Say((Role.It, "Backups?", "Nobody has tested the backups.")), Known.Catalogue);
        Assert.All(analysis.Objectives, objective => Assert.True(objective.IsImplied));
        Assert.Equal(analysis.Objectives.Count, analysis.Warnings.Count(warning => warning.Code == "objective-implied"));
    }

    [Theory]
    [InlineData("Grow revenue by a fifth", ObjectiveClass.Revenue)]
    [InlineData("Open two branches abroad", ObjectiveClass.Expansion)]
    [InlineData("Cut costs and paperwork", ObjectiveClass.Efficiency)]
    [InlineData("Comply with HIPAA", ObjectiveClass.Compliance)]
    [InlineData("Better service for residents", ObjectiveClass.Differentiation)]
    [InlineData("Stay secure and reliable", ObjectiveClass.Continuity)]
    public void An_objective_is_classified_by_its_words(string objective, object kind) =>
        Assert.Contains((ObjectiveClass)kind, Known.Catalogue.Objectives.Classify(objective));

    [Fact]
    public void A_gap_that_no_objective_asks_for_is_linked_weakly_and_questioned()
    {
        var testimony = Known.Say((Role.EndUser, "How's the Wi-Fi?", "It drops out all day.")) with { Objectives = ["Comply with HIPAA"] };
        var analysis = Analyst.Analyse(testimony, Known.Catalogue);
        Assert.True(Assert.Single(GapOf(analysis, "wifi-poor").Objectives).IsWeak);
        Assert.Contains(analysis.Warnings, warning => warning.Code == "objective-weak");
    }

    [Fact]
    public void Pillars_that_nobody_spoke_of_are_warned_about()
    {
        var codes = Analyst.Analyse(Known.Say((Role.It, "How's the server?", "The server is old and crashes.")), Known.Catalogue).Warnings.Select(warning => warning.Code).ToArray();
        Assert.Equal(2, codes.Count(code => code == "pillar-unheard"));
        Assert.Contains("infrastructure-without-security", codes);
    }

    [Fact]
    public void AI_before_the_data_is_ready_is_warned_about() => Assert.Contains("ai-without-data-readiness", Analyst.Analyse(
        Known.Say((Role.Executive, "What would you like?", "I'd love AI for the minutes.")), Known.Catalogue).Warnings.Select(warning => warning.Code));

    [Fact]
    public void Health_falls_with_gaps_and_confidence_rises_with_voices()
    {
        var few = Analyst.Analyse(Known.Say((Role.It, "Servers?", "The server is fifteen years old.")), Known.Catalogue);
        var more = Analyst.Analyse(Known.Say((Role.It, "Servers?", "The server is fifteen years old."), (Role.EndUser, "Wi-Fi?", "The Wi-Fi drops out.")), Known.Catalogue);
        var (one, two) = (HealthOf(few, Domain.Infrastructure), HealthOf(more, Domain.Infrastructure));
        Assert.True(one.Score < 100);
        Assert.True(two.Score < one.Score);
        Assert.True(two.Confidence > one.Confidence);
        Assert.Equal(new Health(Domain.Data, 100, 0), HealthOf(few, Domain.Data));
    }

    private static Health HealthOf(GapAnalysis analysis, Domain domain) => analysis.Health.Single(health => health.Domain == domain);

    private static Gap GapOf(GapAnalysis analysis, string id) => Assert.Single(analysis.Gaps, gap => gap.Id == id);

    private static string TextOf(Testimony testimony, Receipt receipt) => receipt.Voice.Length == 0
        ? testimony.PainPoints.Single(point => point.Id == receipt.Statement).Text
        : testimony.Voices.Single(voice => voice.Id == receipt.Voice).Statements.Single(statement => statement.Id == receipt.Statement).Text;
}
