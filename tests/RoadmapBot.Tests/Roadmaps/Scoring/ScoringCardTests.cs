using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;
using Stored = RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Roadmaps.Scoring;

/// <summary>The cards of a round where everything is as long as it gets, in letters of three bytes.</summary>
public sealed class ScoringCardTests
{
    private static readonly string Title = new('備', 80);
    private static readonly string Objective = new('標', 160);
    private static readonly string Reason = new('因', ScoringRules.LongestReason);
    private static readonly string Name = new('名', 60);

    private static readonly Engagement Company = Stored.AnEngagement with { Organisation = new Organisation(new('社', 100), null, null, null, null) };

    private static readonly Member[] Members =
        [.. Enumerable.Range(0, 100).Select(number => new Member(Stored.Clinic, new($"29:{number:000}-0123456789abcdef0123456789abcdef"), $"{Name}{number}", Role.DepartmentHead, Name, number == 0))];

    private static readonly ScoringRound Open = new(
        Stored.Clinic, 1, 1, [.. Enumerable.Range(0, ScoringRules.MostInitiatives).Select(number => new ScoredInitiative($"an-initiative-with-a-long-id-{number}", Title + number, Objective, number + 1))],
        [.. Members.Take(ScoringRules.MostParticipants).Select(member => member.Person)], Members[0].Person, Stored.At, Stored.At.AddDays(7), null,
        [
            .. Members.Take(ScoringRules.MostParticipants).Select((member, at) => new ScoreSheet(
                member.Person, SheetState.Sent, [.. Enumerable.Range(0, ScoringRules.MostInitiatives).Select(number => new Score($"an-initiative-with-a-long-id-{number}", 1 + (at % 5), 1 + (number % 5), 1 + ((at + number) % 5), Reason))],
                member.Name, Stored.At)),
        ]);

    private static readonly ScoringView OpenView = new(new Membership(Company, Members[0]), Open, 2);

    private static readonly ScoringView ClosedView = OpenView with { Round = ScoringRules.Close(Open, Stored.At) };

    private static readonly Dictionary<string, Func<AdaptiveCard>> Cards = new()
    {
        ["form"] = () => ScoringForm.Render(Plan(), CardData.Empty, RoadmapsTexts.ScoringFormWho.With(3, 30)),
        ["state"] = () => ScoringCard.Render(OpenView, RoadmapsTexts.ScoringSent),
        ["first page"] = () => ScoreCard.Render(OpenView, 0, CardData.Empty, RoadmapsTexts.ScoreIncomplete.With(Title)),
        ["last page"] = () => ScoreCard.Render(OpenView, 1, CardData.Empty, RoadmapsTexts.ScoreIncomplete.With(Title)),
        ["result"] = () => ScoringResultCard.Render(ClosedView, RoadmapsTexts.ScoringTooLate),
        ["spreads"] = () => SpreadCard.Render(ClosedView, ScoringResult.Of(ClosedView.Round)!, 1),
        ["reasons"] = () => ReasonsCard.Render(ClosedView, ScoringResult.Of(ClosedView.Round)!.ByValue[0]),
    };

    public static MatrixTheoryData<string, string> CardsAndRules => new(Cards.Keys, CardRules.All.Select(rule => rule.Name));

    [Theory]
    [MemberData(nameof(CardsAndRules))]
    public void The_longest_card_keeps_the_rule(string card, string rule) =>
        CardsOf.Keep([new ShownCard(card, JsonElement.Parse(OutgoingActivity.Serialize(Cards[card]())), _ => false)], rule);

    [Fact]
    public void The_form_offers_the_ten_highest_ranked_and_those_who_decide()
    {
        var inputs = CardText.Inputs(JsonElement.Parse(OutgoingActivity.Serialize(ScoringForm.Render(Plan(), CardData.Empty, null))));
        Assert.Equal(string.Join(',', Enumerable.Range(1, 10).Select(rank => $"initiative-{rank}")), inputs.Single(input => input.GetProperty("id").GetString() == "initiatives").GetProperty("value").GetString());
        Assert.DoesNotContain("29:099", inputs.Single(input => input.GetProperty("id").GetString() == "people").GetProperty("value").GetString()!, StringComparison.Ordinal);
    }

    /// <summary>Fifty initiatives, the lowest rank first, and one hundred heads of department.</summary>
    private static RoadmapView Plan()
    {
        var one = Stored.ARoadmap.Draft.Initiatives[0];
        var initiatives = Enumerable.Range(1, 50).Reverse().Select(rank => one with { Id = $"initiative-{rank}", Title = Title + rank, Priority = one.Priority with { Rank = rank } });
        var roadmap = Stored.ARoadmap with { Draft = Stored.ARoadmap.Draft with { Initiatives = [.. initiatives] }, Edits = [] };
        return new RoadmapView(new Reader(new Membership(Company, Members[0]), IsAlone: true), roadmap, Members, IsBehind: false);
    }
}
