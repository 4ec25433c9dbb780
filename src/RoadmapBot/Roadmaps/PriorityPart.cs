using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>Why an initiative stands where it does: hidden until somebody asks.</summary>
internal static class PriorityPart
{
    private const string Area = "ranking";

    public static ToggleAction Button => new(RoadmapsTexts.HowRanked, [Area]);

    public static Container Render(RoadmapView view, Priority priority)
    {
        var (plan, stability) = (view.Plan, view.Plan.Stability);
        return new Container(
        [
            new TextBlock(RoadmapsTexts.HowRanked) { Style = "heading", Size = "default", Weight = "bolder" },
            .. priority.ByMethod.OrderByDescending(one => one.Method == plan.Frame.Method).SelectMany(one => Way(one, one.Method == plan.Frame.Method ? priority.Why : one.Why)),
            .. priority.Sources.Select((source, at) => new TextBlock(Markdown.Escape($"• {source}")) { Size = "small", Spacing = at == 0 ? null : "none" }),
            new TextBlock((priority.ByMethod.Any(one => one.Method == plan.Frame.Method && one.Rank <= stability.Top) ? RoadmapsTexts.StaysFirst : RoadmapsTexts.StaysBehind).With(priority.Stays, stability.Top, stability.Views)) { Size = "small" },
            new TextBlock(RoadmapsTexts.OrderStability.With(stability.Tau)) { Size = "small", Spacing = "none" },
        ])
        { Id = Area, IsVisible = false, Style = "emphasis" };
    }

    private static IEnumerable<CardElement> Way(MethodRank one, string why) =>
    [
        new TextBlock(Names.Of(one.Method)) { Style = "heading", Weight = "bolder", Size = "small", Spacing = "small" },
        new TextBlock(Markdown.Escape(RoadmapsTexts.PriorityOf.With(one.Rank, why))) { Spacing = "none" },
    ];
}
