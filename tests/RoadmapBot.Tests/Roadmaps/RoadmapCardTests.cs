using System.Text.Json;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;
using Stored = RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Roadmaps;

public sealed class RoadmapCardTests
{
    private const int Many = 60;

    [Fact]
    public void A_phase_in_full_shows_every_initiative_on_one_of_its_pages()
    {
        var view = View(Many);
        var pages = Enumerable.Range(0, 3).Select(page => Text(RoadmapCard.Render(view, Phase.Mid, Lens.Whole, page))).ToArray();
        Assert.All(Enumerable.Range(0, Many), number => Assert.Single(pages, page => page.Contains(Title(number), StringComparison.Ordinal)));
        Assert.Equal([false, true, true], pages.Select(page => page.Contains("Earlier ones", StringComparison.Ordinal)));
        Assert.Equal([true, true, false], pages.Select(page => page.Contains("Later ones", StringComparison.Ordinal)));
        Assert.All(pages, page => Assert.Contains("60 initiatives", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-7, 0)]
    [InlineData(99, 2)]
    public void A_page_that_is_not_there_is_the_nearest_one(int asked, int shown)
    {
        var view = View(Many);
        Assert.Equal(Text(RoadmapCard.Render(view, Phase.Mid, Lens.Whole, shown)), Text(RoadmapCard.Render(view, Phase.Mid, Lens.Whole, asked)));
    }

    [Fact]
    public void All_phases_together_show_the_foremost_and_lead_to_the_others()
    {
        var text = Text(RoadmapCard.Render(View(Many)));
        Assert.Equal(7, Enumerable.Range(0, Many).Count(number => text.Contains(Title(number), StringComparison.Ordinal)));
        Assert.Contains("53 more", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Later ones", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Rules => [.. CardRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_full_page_keeps_the_rule(string rule) =>
        CardsOf.Keep([new ShownCard("page", JsonElement.Parse(OutgoingActivity.Serialize(RoadmapCard.Render(View(Many), Phase.Mid, Lens.Whole, 1))), _ => false)], rule);

    [Fact]
    public void An_initiative_shows_its_guards_with_who_taught_them()
    {
        var view = View(1);
        var text = Text(InitiativeCard.Render(view, view.Plan.Initiatives[0]));
        Assert.Contains("Guards, from past projects\nAsk first.\nSaid by one person", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("Guards", Text(InitiativeCard.Render(view, view.Plan.Initiatives[0] with { Guards = [] })), StringComparison.Ordinal);
    }

    private static RoadmapView View(int initiatives)
    {
        var one = Stored.ARoadmap.Draft.Initiatives[0] with { Phase = Phase.Mid, DependsOn = [] };
        var roadmap = Stored.ARoadmap with
        {
            Edits = [],
            Approvals = [],
            Draft = Stored.ARoadmap.Draft with { Warnings = [], Initiatives = [.. Enumerable.Range(0, initiatives).Select(number => one with { Id = $"id-{number}", Title = Title(number), Priority = one.Priority with { Rank = initiatives - number } })] },
        };
        var owner = new Member(Stored.Clinic, Stored.Ada, "Ada", Role.It, null, IsOwner: true);
        return new RoadmapView(new Reader(new Membership(Stored.AnEngagement with { Organisation = new Organisation("Clinic", null, null, null, null) }, owner), IsAlone: true), roadmap, [owner], IsBehind: false);
    }

    private static string Title(int number) => $"Initiative {number:00} with a title that is as long as titles get here";

    private static string Text(AdaptiveCard card)
    {
        var json = JsonElement.Parse(OutgoingActivity.Serialize(card));
        return CardText.Of(json) + string.Join('\n', CardText.Buttons(json).Select(button => button.GetProperty("title").GetString()));
    }
}
