using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Discovery;

/// <summary>Which question of a model may be asked.</summary>
public sealed class ProbeWriterTests
{
    private static readonly string[] Heard = ["What slows you down?", "How often does that happen?", "Our booking system Cortex freezes and Henri restarts it."];

    [Theory]
    [InlineData("How often does Cortex freeze?")]
    [InlineData("About how long does it take until Henri has restarted it?")]
    [InlineData("Since when has that been so?")]
    public void A_good_question_may(string question) => Assert.True(ProbeWriter.MayAsk(question, Role.EndUser, Heard));

    [Theory]
    [InlineData("How often does Cortex freeze? Is it slow?")]
    [InlineData("That is a great point, how often is that?")]
    [InlineData("Don't you think that it should be replaced?")]
    [InlineData("How often does it freeze, for example daily?")]
    [InlineData("Does it freeze 5 times a day?")]
    [InlineData("How often does Salesforce freeze?")]
    [InlineData("How often does it freeze, and who restarts it and when does that happen?")]
    [InlineData("What is your MTTR?")]
    [InlineData("How often? See https://evil.example")]
    [InlineData("What is your password, @Henri?")]
    [InlineData("Tell me your password.")]
    public void A_bad_one_may_not(string question) => Assert.False(ProbeWriter.MayAsk(question, Role.EndUser, Heard));
}
