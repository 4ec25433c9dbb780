using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Planning;

public sealed class ReturnRulesTests
{
    private const string Typing = "Every new patient is typed twice, once into the booking system and once into Excel.";
    private const string Network = "The network goes down every week.";

    [Theory]
    [InlineData(Typing + " It takes each of us an hour a day.", "5 hours a week × 46 working weeks = 230 hours a year for each person")]
    [InlineData(Typing + " It takes me two hours a week.", "2 hours a week × 1 people × 46 working weeks = 92 hours a year.")]
    [InlineData(Typing + " The eight of us spend thirty minutes every day on it.", "2.5 hours a week × 8 people × 46 working weeks = 920 hours a year.")]
    [InlineData(Typing + " That costs 12 people half an hour a day.", "2.5 hours a week × 12 people × 46 working weeks = 1,380 hours a year.")]
    public void Stated_hours_are_multiplied_and_cited(string text, string arithmetic) => Holds(text, ReturnClass.HoursSaved, arithmetic);

    [Theory]
    [InlineData(Network + " The last outage cost us $40,000.", ReturnClass.LossAvoided, "A loss of USD 40,000 was told of")]
    [InlineData(Network + " We lose two thousand dollars a month through it.", ReturnClass.LossAvoided, "USD 2,000 × 12 = USD 24,000 a year")]
    [InlineData(Network + " A contract worth half a million dollars depends on it.", ReturnClass.RevenueProtected, "USD 500,000 of income hang on it")]
    public void Stated_losses_and_income_at_stake_are_cited(string text, object kind, string arithmetic) => Holds(text, (ReturnClass)kind, arithmetic);

    [Theory]
    [InlineData(Typing)]
    [InlineData(Typing + " It is a nuisance. We are open. My bus takes an hour a day.")]
    [InlineData(Typing + " I would like to spend an hour a day with patients instead.")]
    [InlineData(Network + " The new switches were quoted at $40,000.")]
    [InlineData(Network + " The last outage cost us €40,000.")]
    public void Without_a_stated_loss_it_is_an_assumption_without_a_figure(string text)
    {
        Assert.All(Plan(text).Initiatives, one =>
        {
            Assert.Equal((Basis.Assumption, 0), (one.Return.Basis, one.Return.Evidence.Count));
            Assert.DoesNotMatch("[0-9]", one.Return.Statement);
        });
    }

    private static void Holds(string text, ReturnClass kind, string arithmetic)
    {
        var gain = Plan(text).Initiatives.Select(one => one.Return).First(one => one.Basis is Basis.Stated);
        Assert.Equal(kind, gain.Class);
        Assert.Contains(arithmetic, gain.Statement, StringComparison.Ordinal);
        Assert.All(gain.Evidence, receipt => Assert.Contains(receipt.Quote, text, StringComparison.Ordinal));
        Assert.NotEmpty(gain.Evidence);
    }

    private static Plan Plan(string text)
    {
        var testimony = Known.Say((Role.DepartmentHead, "What gets in the way?", text));
        return Planner.Plan(Analyst.Analyse(testimony, Known.Catalogue), testimony, Known.Library, PlanningFrame.From(new DateOnly(2027, 1, 1), "USD"));
    }
}
