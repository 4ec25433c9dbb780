using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>An initiative is left out of the next version, with the reason; what that leaves open is said first.</summary>
internal static class CutForm
{
    public const string Verb = "progress/cut";

    public static AdaptiveCard Render(RoadmapView latest, Initiative initiative)
    {
        var title = ExecutionTexts.CutTitle.With(initiative.Title);
        var open = initiative.Addresses.Where(id => !latest.Plan.Initiatives.Any(other => other.Id != initiative.Id && other.Addresses.Contains(id))).Select(latest.Gap).OfType<Analysis.Gap>().ToArray();
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(open.Length == 0 ? ExecutionTexts.CutCloses : ExecutionTexts.CutLeavesOpen),
            .. open.Select(CardElement (gap) => new TextBlock(Markdown.Escape($"• {gap.Title}")) { Spacing = "none" }),
            EditForm.WhyInput(),
        ],
        [
            latest.Go(RoadmapsTexts.LeaveOut, EditForm.LeaveOutVerb, (RoadmapView.Keys.Initiative, initiative.Id)) with { Style = "destructive" },
            latest.Go(EngagementsTexts.Back, DelayCard.Verb, (RoadmapView.Keys.Initiative, initiative.Id)) with { AssociatedInputs = "none" },
        ]);
    }
}
