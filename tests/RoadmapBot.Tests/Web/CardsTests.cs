using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Web;

/// <summary>Every card that the bot shows keeps every rule.</summary>
public sealed class CardsTests(CardsRichRun run, Browser browser) : IClassFixture<CardsRichRun>
{
    public static TheoryData<string> Rules => [.. CardRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_card_keeps_the_rule(string rule) => CardsOf.Keep(run.Cards, rule);

    [Fact]
    public Task The_official_renderer_draws_every_card_without_a_warning() => CardsOf.AreDrawnWithoutAWarning(run.Cards, browser);

    [Fact]
    public void The_run_shows_every_kind_of_card()
    {
        Assert.True(run.Cards.Count > 100, $"The run showed only {run.Cards.Count} cards.");
    }
}
