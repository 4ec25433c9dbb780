using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps;

/// <summary>The owner's button for a new version, once something new has been said.</summary>
internal static class DraftAgain
{
    public const string Verb = "roadmap/draft";

    public static IEnumerable<CardAction> Button(RoadmapView view) =>
        Rights.MayDraft(view.Reader.Seat.Member) && view.Reader.IsAlone && view.IsBehind
            ? [SubmitAction.For(RoadmapsTexts.DraftAgain, Verb, (CardKeys.Engagement, view.Engagement.Id.Value))]
            : [];
}
