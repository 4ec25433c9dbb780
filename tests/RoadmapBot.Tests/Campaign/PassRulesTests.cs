using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Campaign.Passing;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;

namespace RoadmapBot.Tests.Campaign;

/// <summary>A question that is passed on goes to two colleagues at most and never comes by twice.</summary>
public sealed class PassRulesTests
{
    [Fact]
    public void No_chain_has_a_loop_or_more_than_two_hops_whoever_is_named() => Prop.ForAll<byte[]>(named =>
    {
        var pass = new Pass("1", new QuestionId("q"), 1, "Topic", "Who?", [new("p0"), new("p1")], null, new DateOnly(2027, 1, 1), PassState.Waiting, default);
        foreach (var to in named)
        {
            var before = pass;
            pass = PassRules.On(pass, new PersonId($"p{to % 5}"), null) ?? pass;
            if (pass != before && pass.Holder != new PersonId($"p{to % 5}"))
                return false;
        }

        return pass.Chain.Distinct().Count() == pass.Chain.Count && pass.Chain.Count <= PassRules.MostHops + 1;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Answered")]
    [InlineData("Declined")]
    [InlineData("Expired")]
    public void What_has_ended_goes_nowhere(string state) =>
        Assert.Null(PassRules.On(new Pass("1", new QuestionId("q"), 1, "Topic", "Who?", [new("a"), new("b")], null, default, Enum.Parse<PassState>(state), default), new PersonId("c"), null));
}
