using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Planning.Optimising;
using RoadmapBot.Planning.WhatIf;

namespace RoadmapBot.Roadmaps.WhatIf;

/// <summary>
/// <c>whatif</c> and <c>optimise</c>: another plan is reckoned and shown beside the roadmap. Nothing is kept; the roadmap changes only by its own form.
/// </summary>
internal sealed class WhatIfHandler(RoadmapReader reader, InitiativeLibrary library)
{
    /// <summary>Short enough for an answer while somebody waits.</summary>
    private static readonly Effort Quick = new(ListRounds: 10_000, BoundRounds: 20, Nodes: 20);

    private const int StepsOfBudget = 10;

    /// <param name="sentence">What might happen, as it was said.</param>
    public async Task<Answer> Ask(Turn turn, string sentence, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MaySeePlan(seat.Member))
            return new Answer.Refuse(RoadmapsTexts.NotYours);
        if (!turn.In.IsPersonal)
            return new Answer.Tell(WhatIfTexts.Alone);
        if (await reader.Latest(turn, seat, cancel) is not { Reader.Said: { } said } view)
            return new Answer.Tell(WhatIfTexts.NoRoadmap);
        var frame = view.Roadmap.Draft.Frame;
        var finder = new InitiativeFinder(library.Gaps.Lexicon.Reader, Known(view));
        var parser = new ScenarioParser(finder.Find, DateOnly.FromDateTime(turn.At.UtcDateTime));
        if (parser.Read(sentence) is not { } scenario)
            return new Answer.Show(WhatIfCard.Forms(view, sentence));
        if (scenario is Scenario.PeopleLeave { Name: { } name } && NotIt(view, name) is { } other)
            return new Answer.Tell(WhatIfTexts.NoHoursOfTheirs.With(other.Name));
        var ground = new Ground(frame, said);
        var before = Replan(view, ground);
        var changed = ScenarioRules.Change(ground, scenario, before, library);
        var after = Replan(view, changed);
        return new Answer.Show(WhatIfCard.Render(new WhatIfView(view, scenario, changed.Frame, PlanDifference.Between(before, after), TitleOf)));
    }

    public async Task<Answer> Optimise(Turn turn, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MayDraft(seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        if (!turn.In.IsPersonal)
            return new Answer.Tell(WhatIfTexts.Alone);
        if (await reader.Latest(turn, seat, cancel) is not { Reader.Said: { } said } view)
            return new Answer.Tell(WhatIfTexts.NoRoadmap);
        var frame = view.Engagement.Frame;
        var portfolio = PortfolioRules.Of(view.Roadmap.Analysis, said, library, frame, view.Roadmap.Plan);
        var best = Optimiser.Optimise(portfolio, Quick);
        var next = best.Starts is null || frame.BudgetPerQuarter is not { } budget
            ? null
            : Frontier.From(portfolio, best, Math.Max(1, budget / StepsOfBudget), 1, Quick).First();
        return new Answer.Show(OptimumCard.Render(new OptimumView(view, frame, portfolio, best, next, TitleOf)));
    }

    /// <summary>The roadmap's analysis planned on this ground, with everybody's edits.</summary>
    private Plan Replan(RoadmapView view, Ground ground) =>
        view.Roadmap.Edits.Aggregate(Planner.Plan(view.Roadmap.Analysis, ground.Testimony, library, ground.Frame), (plan, edit) => edit.ApplyTo(plan));

    /// <summary>What is planned, then whatever else the gaps ask for.</summary>
    private InitiativeEntry[] Known(RoadmapView view) =>
    [
        .. view.Plan.Initiatives.OrderBy(one => one.Priority.Rank).Select(one => library.Entries.GetValueOrDefault(one.Id)).OfType<InitiativeEntry>()
            .Union(ProposalRules.Possible(view.Roadmap.Analysis, library)),
    ];

    /// <summary>A member of that name who does no work on the roadmap: nobody's hours go with them.</summary>
    private static Member? NotIt(RoadmapView view, string name) =>
        view.Members.FirstOrDefault(member => member.Role is not (Role.It or Role.Msp) && member.Name.Contains(name, StringComparison.CurrentCultureIgnoreCase));

    private string TitleOf(string id) => library.Entries.TryGetValue(id, out var entry) ? entry.Title : id;
}
