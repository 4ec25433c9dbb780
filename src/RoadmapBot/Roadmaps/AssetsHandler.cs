using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps;

/// <summary><c>assets</c>: the owner gives the asset list, in the personal chat.</summary>
internal sealed class AssetsHandler(IEngagementStore engagements)
{
    public const string Prefix = "assets";

    public static Answer Show(Turn turn, Membership seat) => Refusal(turn, seat) ?? new Answer.Show(AssetsCard.Render(seat.Engagement, null));

    public Answer Press(Turn turn, string verb, CardData data, Membership seat)
    {
        if (Refusal(turn, seat) is { } refusal)
            return refusal;
        var list = verb == AssetsCard.RemoveVerb ? null : AssetsCard.Read(data);
        if (verb == AssetsCard.SaveVerb && list is not { Length: <= AssetsCard.Longest })
            return new Answer.Show(AssetsCard.Render(seat.Engagement, list is null ? RoadmapsTexts.AssetsMissing : RoadmapsTexts.AssetsTooLong.With(AssetsCard.Longest)));
        var changed = seat.Engagement with { AssetList = list };
        engagements.Save(changed);
        return new Answer.Show(AssetsCard.Render(changed, null));
    }

    private static Answer? Refusal(Turn turn, Membership seat) =>
        !Rights.MayDraft(seat.Member) ? new Answer.Tell(RoadmapsTexts.AssetsOwners)
        : !turn.In.IsPersonal ? new Answer.Tell(RoadmapsTexts.AssetsInPerson)
        : null;
}
