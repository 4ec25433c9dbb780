using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Campaign;

/// <summary>What somebody who is invited does: begin, and say by which clock, and whether, to be reminded.</summary>
internal sealed class InviteeHandler(ICampaignStore store, InterviewHandler interviews)
{
    public static bool Knows(string verb) => verb is InvitationCard.BeginVerb or ClockForm.Verb or ClockForm.SaveVerb;

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (verb == InvitationCard.BeginVerb)
            return await interviews.Start(turn, seat, cancel);
        var book = await store.Of(seat.Engagement.Id, cancel);
        if (verb == ClockForm.Verb)
            return new Answer.Show(ClockForm.Render(seat.Engagement, book.WishOf(turn.From.Id)));
        var (wish, typed) = ClockForm.Read(data, turn.From.Id);
        if (wish is null)
            return new Answer.Show(ClockForm.Render(seat.Engagement, book.WishOf(turn.From.Id), ExecutionTexts.ZoneUnknown.With(typed), isFault: true));
        store.Save(book.With(wish));
        return new Answer.Show(ClockForm.Render(seat.Engagement, wish, wish.IsQuiet ? CampaignTexts.ClockQuiet : CampaignTexts.ClockSaved.With(wish.Zone ?? seat.Engagement.TimeZone)));
    }
}
