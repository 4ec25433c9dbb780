using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Web;

/// <summary>The same rules hold where everything is as long as it gets.</summary>
public sealed class CardsLongTests(CardsLongRun run, Browser browser) : IClassFixture<CardsLongRun>
{
    private const int Gaps = 60;
    private const int Drawn = 100;

    public static TheoryData<string> Rules => CardsTests.Rules;

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_card_keeps_the_rule(string rule) => CardsOf.Keep(run.Cards, rule);

    [Fact]
    public Task The_official_renderer_draws_the_longest_cards_without_a_warning() =>
        CardsOf.AreDrawnWithoutAWarning([.. run.Cards.OrderByDescending(card => card.Json.GetRawText().Length).Take(Drawn)], browser);

    [Fact]
    public void The_run_is_long()
    {
        Assert.True(run.Gaps >= Gaps, $"Only {run.Gaps} gaps were found.");
        Assert.Contains(run.Cards, card => CardText.Of(card.Json).Contains($"who takes part ({CardsLongRun.Members})", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_gap_and_every_initiative_can_be_reached_from_the_first_card()
    {
        Assert.Equal(run.Gaps, Opened("Planned against it"));
        Assert.Equal(run.Initiatives, Opened("Closes these gaps"));
    }

    private int Opened(string words) =>
        run.Cards.Where(card => CardText.Of(card.Json).Contains(words, StringComparison.Ordinal)).Select(card => card.Json.GetProperty("fallbackText").GetString()).Distinct().Count();
}
