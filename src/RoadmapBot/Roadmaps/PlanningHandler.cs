using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>The owner's planning frame: shown, checked, kept with the engagement, and the roadmap drafted again within it.</summary>
internal sealed class PlanningHandler(IEngagementStore engagements, InitiativeLibrary library, IJobs jobs, TimeProvider time)
{
    private const int MostChoices = 60;
    private const int LongestChoice = 60;

    public Answer Press(Turn turn, string verb, CardData data, RoadmapView view)
    {
        if (!Rights.MayDraft(view.Reader.Seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        if (!turn.In.IsPersonal)
            return new Answer.Refuse(RoadmapsTexts.PlanningAlone);
        var before = view.Engagement.Frame;
        var (planned, others) = Choices(view);
        if (verb == PlanningForm.Verb)
            return new Answer.Show(PlanningForm.Render(new PlanningFormView(view, planned, others, PlanningForm.Of(before), [])));

        var known = planned.Concat(others).DistinctBy(choice => choice.Value).ToDictionary(choice => choice.Value, choice => choice.Title);
        var (frame, faults) = PlanningForm.Read(data, before, known, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (frame is null)
            return new Answer.Show(PlanningForm.Render(new PlanningFormView(view, planned, others, data, faults)));
        engagements.Save(view.Engagement with { Frame = frame });
        jobs.Add(DraftJob.For(turn, view.Engagement.Id, Sight.Roadmap), time.GetUtcNow());
        return new Answer.Show(PlanningForm.Saved(view, RoadmapsTexts.PlanningSaved));
    }

    /// <summary>What is planned or was decided upon, the foremost first; and what else the gaps ask for.</summary>
    private (IReadOnlyList<Choice> Planned, IReadOnlyList<Choice> Others) Choices(RoadmapView view)
    {
        var frame = view.Engagement.Frame;
        var planned = view.Roadmap.Draft.Initiatives.OrderBy(one => one.Priority.Rank).Select(one => one.Id)
            .Concat(frame.LeftOut).Concat(frame.Deadlines.Select(deadline => deadline.Initiative)).Distinct().Where(library.Entries.ContainsKey).Take(MostChoices).ToArray();
        var others = ProposalRules.Possible(view.Roadmap.Analysis, library).Select(entry => entry.Id).Except(planned)
            .Concat(frame.ForcedIn).Distinct().Where(library.Entries.ContainsKey).Take(MostChoices).ToArray();
        return (Named(planned), Named(others));
    }

    private Choice[] Named(IEnumerable<string> ids) => [.. ids.Select(id => new Choice(library.Entries[id].Title.Cut(LongestChoice), id))];
}
