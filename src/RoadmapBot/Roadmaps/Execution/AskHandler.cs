using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>Who wants to be asked how things get on, and by which clock.</summary>
internal sealed class AskHandler(IEngagementStore engagements, IProgressStore store, AskTimer timer)
{
    public static bool Knows(string verb) => verb is AskCard.QuietVerb or AskCard.AskMeVerb or ZoneForm.Verb or ZoneForm.SaveVerb;

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        var progress = await store.Of(seat.Engagement.Id, cancel);
        if (verb is AskCard.QuietVerb or AskCard.AskMeVerb)
        {
            var others = progress.Asking.Quiet.Where(person => person != turn.From.Id);
            store.Save(progress with { Asking = progress.Asking with { Quiet = verb == AskCard.QuietVerb ? [.. others, turn.From.Id] : [.. others] } });
            return new Answer.Show(AskCard.Settled(seat.Engagement, verb == AskCard.QuietVerb));
        }

        if (!Rights.MayDraft(seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        if (verb == ZoneForm.Verb)
            return new Answer.Show(ZoneForm.Render(seat.Engagement, progress.Asking.Next, null));
        if (ZoneForm.Read(data) is not ({ } id, _))
            return new Answer.Show(ZoneForm.Render(seat.Engagement, progress.Asking.Next, ExecutionTexts.ZoneUnknown.With(ZoneForm.Read(data).Typed), isFault: true));
        var after = seat.Engagement with { TimeZone = id };
        engagements.Save(after);
        var moved = id == seat.Engagement.TimeZone ? progress : timer.Move(seat.Engagement, after, progress);
        store.Save(moved);
        return new Answer.Show(ZoneForm.Render(after, moved.Asking.Next, ExecutionTexts.ZoneSaved.With(id)));
    }
}
