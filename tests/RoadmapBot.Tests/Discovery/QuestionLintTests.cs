using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Discovery;

public class QuestionLintTests
{
    [Theory]
    [InlineData("What slows you down?")]
    [InlineData("Think of your last working day. What went wrong?")]
    [InlineData("Which city or town do you have in mind?")]
    [InlineData("Where do you keep names and addresses?")]
    [InlineData("Do you print or scan anything?")]
    [InlineData("How fast must your supplier (MSP) answer?")]
    [InlineData("What do you know about ransomware, that is programs that lock your files for money?")]
    [InlineData("When was the greatest outage?")]
    public void A_good_question_passes(string question) => Assert.Empty(QuestionLint.Check(question, Role.EndUser));

    [Theory]
    [InlineData(LintRule.OneQuestion, "Tell me about your day.")]
    [InlineData(LintRule.OneQuestion, "What broke? When?")]
    [InlineData(LintRule.OneQuestion, "What broke? Tell me.")]
    [InlineData(LintRule.DoubleBarrelled, "What broke and how long did it take?")]
    [InlineData(LintRule.DoubleBarrelled, "Who decides, and by when is it decided?")]
    [InlineData(LintRule.DoubleBarrelled, "Which files are kept, or are they deleted?")]
    [InlineData(LintRule.DoubleBarrelled, "How often does it fail, and for how long?")]
    [InlineData(LintRule.DoubleBarrelled, "How many people lost how much time?")]
    [InlineData(LintRule.DoubleBarrelled, "Do you print and/or scan?")]
    [InlineData(LintRule.DoubleBarrelled, "Is your computer fast and reliable?")]
    [InlineData(LintRule.DoubleBarrelled, "Think of last week. Was the help quick and friendly?")]
    [InlineData(LintRule.Leading, "Don't you think the network is slow?")]
    [InlineData(LintRule.Leading, "Wouldn't it help to have two screens?")]
    [InlineData(LintRule.Leading, "Would you agree that the network is slow?")]
    [InlineData(LintRule.Leading, "So you lost a day?")]
    [InlineData(LintRule.Leading, "The network is slow, isn't it?")]
    [InlineData(LintRule.Leading, "You lost a day, right?")]
    [InlineData(LintRule.Leading, "Surely somebody watches it?")]
    [InlineData(LintRule.Praise, "Great, and what else?")]
    [InlineData(LintRule.Praise, "That is a good point: what else?")]
    [InlineData(LintRule.Praise, "Thanks! What else?")]
    [InlineData(LintRule.Jargon, "Which RPO do you need?")]
    [InlineData(LintRule.Jargon, "Which legacy workloads matter?")]
    [InlineData(LintRule.Jargon, "How is patching done?")]
    [InlineData(LintRule.Jargon, "Is there a VPN for you?")]
    public void A_bad_question_breaks_its_rule(object rule, string question) =>
        Assert.Contains((LintRule)rule, QuestionLint.Check(question, Role.DepartmentHead).Select(finding => finding.Rule));

    [Fact]
    public void A_question_may_have_thirty_words_and_no_more()
    {
        var thirty = string.Join(' ', Enumerable.Repeat("word", QuestionLint.MostWords - 1)) + " word?";

        Assert.Empty(QuestionLint.Check(thirty, Role.EndUser));
        Assert.Equal([LintRule.Length], QuestionLint.Check($"One {thirty}", Role.EndUser).Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData(Role.Executive, 1)]
    [InlineData(Role.DepartmentHead, 1)]
    [InlineData(Role.EndUser, 1)]
    [InlineData(Role.It, 0)]
    [InlineData(Role.Msp, 0)]
    public void Only_IT_people_are_spoken_to_in_IT_words(object role, int findings) =>
        Assert.Equal(findings, QuestionLint.Check("Which RTO do you need?", (Role)role).Count);

    [Fact]
    public void A_finding_names_the_words() =>
        Assert.Equal([new LintFinding(LintRule.Jargon, "endpoints")], QuestionLint.CheckWords("It protects the endpoints.", Role.EndUser));
}
