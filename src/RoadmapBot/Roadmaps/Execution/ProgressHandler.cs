using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary><c>progress</c>: how the roadmap is carried out, told and seen by those who may, and what is decided about delay.</summary>
internal sealed class ProgressHandler(RoadmapReader reader, IProgressStore store, AskTimer timer, IChannel channel, TimeProvider time)
{
    public const string Prefix = "progress";

    public async Task<Answer> Show(Turn turn, Membership seat, CancellationToken cancel)
    {
        if (await View(turn, seat, cancel) is { } view)
            return IsOutside(view) ? new Answer.Refuse(RoadmapsTexts.NotYours) : Say(turn, ProgressCard.Render(view, 0));
        return Rights.MaySeePlan(seat.Member) ? new Answer.Tell(ExecutionTexts.NoRoadmap) : new Answer.Refuse(RoadmapsTexts.NotYours);
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (await View(turn, seat, cancel) is not { } view || IsOutside(view))
            return new Answer.Refuse(RoadmapsTexts.NotYours);
        if (verb == ProgressCard.Verb)
            return Say(turn, ProgressCard.Render(view, ProgressCard.Read(data)));
        if (view.Find(data) is not { } track)
            return new Answer.Refuse(ExecutionTexts.NotInForce.With(view.Of.Roadmap.Version));
        return verb switch
        {
            TrackCard.Verb => Say(turn, TrackCard.Render(view, track)),
            UpdateForm.Verb or UpdateForm.SaveVerb when !view.MayUpdate(track.Initiative) => new Answer.Refuse(ExecutionTexts.MayNotUpdate),
            UpdateForm.Verb => Say(turn, UpdateForm.Render(view, track, CardData.Empty, null)),
            UpdateForm.SaveVerb => await Update(turn, data, view, track, cancel),
            DelayCard.Verb or HandOverForm.Verb or CutForm.Verb => Rights.MayDraft(seat.Member) ? await Decide(turn, verb, seat, track, cancel) : new Answer.Refuse(EngagementsTexts.OwnersOnly),
            _ => new Answer.Refuse(EngagementsTexts.UnknownButton),
        };
    }

    private async Task<Answer> Update(Turn turn, CardData data, ProgressView view, Track track, CancellationToken cancel)
    {
        var (update, fault) = UpdateForm.Read(data, track, turn.From, time.GetUtcNow());
        if (update is null)
            return Say(turn, UpdateForm.Render(view, track, data, fault));
        var progress = timer.Wake(view.Of.Engagement, view.Progress.With(update));
        store.Save(progress);
        var now = Track.Of(track.Initiative, progress, view.Today);
        if (now.CallsForDecision(track) && await reader.Latest(turn, view.Of.Reader.Seat, cancel) is { } latest && latest.Initiative(now.Initiative.Id) is not null)
        {
            foreach (var owner in latest.Members.Where(member => member.IsOwner && member.Person != turn.From.Id))
            {
                var theirs = latest with { Reader = new Reader(new Membership(latest.Engagement, owner), IsAlone: true), IsBehind = false };
                channel.SendTo(turn.From.Tenant, owner.Person, Reply.Of(DelayCard.Render(theirs, theirs.Initiative(now.Initiative.Id)!, now)));
            }

            if (Rights.MayDraft(view.Of.Reader.Seat.Member))
                return Say(turn, DelayCard.Render(latest, latest.Initiative(now.Initiative.Id)!, now));
        }

        return Say(turn, TrackCard.Render(new ProgressView(view.Of, progress, view.Today), now, ExecutionTexts.Noted));
    }

    /// <summary>What is decided changes the latest version, which may be newer than the one in force.</summary>
    private async Task<Answer> Decide(Turn turn, string verb, Membership seat, Track track, CancellationToken cancel)
    {
        if (await reader.Latest(turn, seat, cancel) is not { } latest || latest.Initiative(track.Initiative.Id) is not { } planned)
            return new Answer.Refuse(ExecutionTexts.LeftOutAlready);
        return Say(turn, verb switch
        {
            HandOverForm.Verb => HandOverForm.Render(latest, planned),
            CutForm.Verb => CutForm.Render(latest, planned),
            _ => DelayCard.Render(latest, planned, track),
        });
    }

    private async Task<ProgressView?> View(Turn turn, Membership seat, CancellationToken cancel) =>
        await reader.InForce(turn, seat, cancel) is { } view
            ? new ProgressView(view, await store.Of(seat.Engagement.Id, cancel), seat.Engagement.Today(time.GetUtcNow()))
            : null;

    /// <summary>The person may neither see the plan nor owns anything in it.</summary>
    private static bool IsOutside(ProgressView view) => !Rights.MaySeePlan(view.Of.Reader.Seat.Member) && view.Tracks.Count == 0;

    /// <summary>Names and remarks are for those who plan, wherever the person asks.</summary>
    private Answer Say(Turn turn, AdaptiveCard card)
    {
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }
}
