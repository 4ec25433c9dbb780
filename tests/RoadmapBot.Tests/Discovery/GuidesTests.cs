using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Discovery;

/// <summary>What holds for the guides that ship.</summary>
public class GuidesTests
{
    private static readonly IReadOnlyList<(Guide Guide, Question Question)> Asked =
        [.. Prompts.Library.All.SelectMany(guide => guide.Questions, (guide, question) => (guide, question))];

    [Fact]
    public void Every_item_of_the_checklist_is_covered() =>
        Assert.Empty(Checklist.Items.Except(Asked.SelectMany(asked => asked.Question.Covers)));

    [Fact]
    public void The_checklist_has_the_items_of_both_sources() => Assert.Equal(7 + 4 + 3 + 14 + 4, Checklist.Items.Distinct().Count());

    [Theory]
    [InlineData("BG", Role.Executive)]
    [InlineData("AQ", Role.It)]
    [InlineData("AQ", Role.Msp)]
    [InlineData("GQ", Role.DepartmentHead)]
    [InlineData("DR", Role.It)]
    public void Who_can_answer_a_group_is_asked_all_of_it(string group, object role) =>
        Assert.Empty(Checklist.Items.Where(item => item.StartsWith(group, StringComparison.Ordinal))
            .Except(Prompts.Library.For((Role)role).Questions.SelectMany(question => question.Covers)));

    [Theory]
    [InlineData(Role.EndUser, 3, 2, 5)]
    [InlineData(Role.Executive, 10, 4, 20)]
    [InlineData(Role.DepartmentHead, 12, 5, 20)]
    [InlineData(Role.It, 20, 8, 36)]
    [InlineData(Role.Msp, 20, 8, 36)]
    public void A_guide_keeps_within_its_limits(object role, int minutes, int probes, int questions)
    {
        var guide = Prompts.Library.For((Role)role);

        Assert.InRange(guide.Length, TimeSpan.Zero, TimeSpan.FromMinutes(minutes));
        Assert.InRange(guide.Promise, guide.Length, TimeSpan.FromMinutes(minutes));
        Assert.InRange(guide.Probes, 1, probes);
        Assert.InRange(guide.Questions.Count, 1, questions);
    }

    [Fact]
    public void Every_question_and_probe_is_well_asked() =>
        Assert.Empty(Asked.SelectMany(asked => asked.Question.Probes.Values.Prepend(asked.Question.Text)
            .SelectMany(text => QuestionLint.Check(text, asked.Guide.Role), (_, finding) => $"{asked.Question.Id}: {finding}")));

    [Fact]
    public void Every_reason_and_choice_is_in_plain_words() =>
        Assert.Empty(Asked.SelectMany(asked => asked.Question.Choices.Select(choice => choice.Title).Prepend(asked.Question.Why)
            .SelectMany(text => QuestionLint.CheckWords(text, asked.Guide.Role), (_, finding) => $"{asked.Question.Id}: {finding}")));

    [Fact]
    public void Every_reason_is_one_sentence() =>
        Assert.Empty(Asked.Where(asked => asked.Question.Why.IndexOf('.') != asked.Question.Why.Length - 1).Select(asked => asked.Question.Id));

    /// <summary>
    /// Reading at four words a second, then three seconds to choose or ten to type the shortest answer: with less, the promise is a lie.
    /// </summary>
    [Fact]
    public void No_question_is_given_less_time_than_reading_and_answering_it_take() =>
        Assert.Empty(Asked.Select(asked => asked.Question).Where(question => question.Time < Shortest(question))
            .Select(question => $"{question.Id}: {Shortest(question)}"));

    [Fact]
    public void A_probe_exists_for_every_slot_that_is_wanted() =>
        Assert.Empty(Asked.Where(asked => asked.Question.Slots.Except(asked.Question.Probes.Keys).Any()).Select(asked => asked.Question.Id));

    /// <summary>A chosen answer is evidence, and evidence is read without its question.</summary>
    [Fact]
    public void A_choice_can_be_read_without_its_question() =>
        Assert.DoesNotContain(Asked.SelectMany(asked => asked.Question.Choices), choice => choice.Title.Split(' ').Length < 5);

    [Fact]
    public void A_question_is_found_by_its_id_and_an_unknown_one_is_not()
    {
        Assert.Equal("Business goals", Prompts.Library.Find(new QuestionId("exec-priorities"))?.Topic);
        Assert.Null(Prompts.Library.Find(new QuestionId("exec-no-more")));
    }

    private static TimeSpan Shortest(Question question)
    {
        var words = question.Choices.Select(choice => choice.Title).Prepend(question.Text).Sum(text => text.Split(' ').Length);
        return TimeSpan.FromSeconds((words / 4.0) + (question.IsClosed ? 3 : 10));
    }
}
