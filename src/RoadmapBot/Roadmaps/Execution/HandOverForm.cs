using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>Somebody else takes an initiative over, or it gets more hours; saving is an edit like any other.</summary>
internal static class HandOverForm
{
    public const string Verb = "progress/hand-over";

    /// <summary>More would not fit on the card.</summary>
    private const int MostOffered = 60;

    public static AdaptiveCard Render(RoadmapView latest, Initiative initiative)
    {
        var title = ExecutionTexts.HandOverTitle.With(initiative.Title);
        var people = latest.Members.OrderBy(member => member.Role is not (Role.It or Role.Msp)).Select(member => member.Name).Where(name => name.Length is > 0 and <= EditForm.LongestOwner).Distinct().Take(MostOffered);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(Markdown.Escape(ExecutionTexts.HandOverIntro.With(initiative.Owner))),
            new ChoiceInput(ExecutionTexts.HandOverTo, [.. people.Select(name => new Choice(name, name))]) { Id = EditForm.Owner, Style = "filtered", IsRequired = true, ErrorMessage = ExecutionTexts.HandOverMissing },
            EditForm.WhyInput(),
            new TextBlock(ExecutionTexts.HandOverHours) { IsSubtle = true },
        ],
        [
            EditForm.SaveAsPlanned(latest, ExecutionTexts.HandOver, initiative) with { Style = "positive" },
            .. PlanningForm.Button(latest).Select(button => button with { AssociatedInputs = "none" }),
            latest.Go(EngagementsTexts.Back, DelayCard.Verb, (RoadmapView.Keys.Initiative, initiative.Id)) with { AssociatedInputs = "none" },
        ]);
    }
}
