using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Execution;

namespace RoadmapBot.Roadmaps.Questions;

/// <summary>Answers from what the reader may see of one version: what can be computed is computed, for the rest the nearest passages are shown, and else the roadmap does not say.</summary>
internal sealed class Answerer(RoadmapView view, Progress progress, DateOnly today, Analysis.Catalogue.Lexicon lexicon)
{
    /// <summary>Of the question's weight that a passage has to speak of. With less it is about something else that shares a word.</summary>
    private const double Enough = 0.55;

    /// <summary>A passage that is this near to the best is as good an answer.</summary>
    private const double Near = 0.85;

    private const int Most = 3;
    private const int MostListed = 12;

    private readonly PassageIndex _index = new(lexicon, Passages.Of(view));

    private bool SeesPlan => Rights.MaySeePlan(view.Reader.Seat.Member);

    private IReadOnlyList<Initiative> Initiatives => view.Plan.Initiatives;

    /// <summary>Whether the answer is for those who plan only, whatever it is.</summary>
    public bool IsOutOfSight(Question question) => !SeesPlan && question.Kind is not (QuestionKind.Approval or QuestionKind.When or QuestionKind.Period or QuestionKind.Department or QuestionKind.First
        or QuestionKind.Progress or QuestionKind.Any);

    public Finding Answer(Question question)
    {
        var terms = _index.TermsOf(question);
        return question.Kind switch
        {
            QuestionKind.Approval => Approval(question),
            QuestionKind.Support => Support(question, terms),
            QuestionKind.Cost when terms.Count == 0 => Budget(question),
            QuestionKind.Period when terms.Count == 0 && Period.Find(question.Text, view.Plan, today) is { } period => InPeriod(question, period),
            QuestionKind.Department when DepartmentIn(question.Text) is { } department => ForDepartment(question, department),
            QuestionKind.First when terms.Count == 0 => First(question),
            QuestionKind.Progress when terms.Count == 0 => Whole(question),
            QuestionKind.Kpis => Kpis(question, terms),
            QuestionKind.When or QuestionKind.Owner or QuestionKind.Dependents or QuestionKind.Prerequisites or QuestionKind.Cost or QuestionKind.Why or QuestionKind.Progress or QuestionKind.Return =>
                About(question, terms),
            _ => Nearest(question, Words.Of(lexicon, question.Text, isAsked: question.Kind is not (QuestionKind.Any or QuestionKind.First or QuestionKind.Department))),
        };
    }

    private Finding About(Question question, IReadOnlyList<string> terms)
    {
        var found = Best(terms, passage => passage.Of is not null);
        if (question.Kind is QuestionKind.Progress && !SeesPlan)
            found = [.. found.Where(match => Track.OwnerOf(match.Passage.Of!, view.Members)?.Person == view.Reader.Seat.Member.Person)];
        return new Finding(
            question, [.. found.SelectMany(match => Lines(question.Kind, match.Passage.Of!))], [.. found.Select(match => match.Passage)],
            question.Kind is QuestionKind.Why ? [.. found.SelectMany(match => match.Passage.Of!.Addresses).Distinct().Select(view.Gap).OfType<Gap>().Take(Most)] : []);
    }

    private IEnumerable<string> Lines(QuestionKind kind, Initiative one) => kind switch
    {
        QuestionKind.When =>
        [
            QuestionsTexts.Runs.With(one.Title, RoadmapView.Span(one), Names.Of(one.Phase)),
            .. one.Due is { } due && SeesPlan ? [RoadmapsTexts.DueBy.With(due.By, due.Why)] : Array.Empty<string>(),
        ],
        QuestionKind.Owner => [QuestionsTexts.Owns.With(one.Owner, one.Title)],
        QuestionKind.Cost =>
        [
            QuestionsTexts.Costs.With(one.Title, RoadmapView.Money(one.Cost)),
            .. one.Cost.RecurringPerYear > 0 ? [QuestionsTexts.Yearly.With(RoadmapView.MoneyOf(one.Cost.RecurringPerYear, one.Cost.RecurringPerYear, one.Cost.Currency))] : Array.Empty<string>(),
            one.Cost.Note,
        ],
        QuestionKind.Why =>
        [
            .. one.Addresses.Select(view.Gap).OfType<Gap>().Select(gap => QuestionsTexts.Closes.With(one.Title, gap.Title, gap.Statement)),
            .. one.Objectives.Take(1).Select(at => QuestionsTexts.Serves.With(view.Objective(at))),
        ],
        QuestionKind.Prerequisites => Before(one),
        QuestionKind.Dependents => After(one),
        QuestionKind.Progress => [QuestionsTexts.Stands.With(one.Title, string.Join(" · ", ProgressCard.Parts(Track.Of(one, progress, today))))],
        _ => [QuestionsTexts.Returns.With(one.Title, RoadmapsTexts.ReturnOf.With(Names.Of(one.Return), one.Return.Statement))],
    };

    private IEnumerable<string> Before(Initiative one)
    {
        string[] named = [.. one.DependsOn.Select(view.Initiative).OfType<Initiative>().Select(before => QuestionsTexts.ComesAfter.With(one.Title, before.Title, RoadmapView.Span(before)))];
        return [.. named.Length == 0 ? [QuestionsTexts.WaitsForNothing.With(one.Title)] : named, .. one.Assumes.Select(before => QuestionsTexts.Assumes.With(before))];
    }

    private IEnumerable<string> After(Initiative one)
    {
        var waiting = Initiatives.Where(other => other.DependsOn.Contains(one.Id)).ToArray();
        return waiting.Length == 0 ? [QuestionsTexts.NothingWaits.With(one.Title)] : waiting.Select(other => QuestionsTexts.ComesAfter.With(other.Title, one.Title, RoadmapView.Span(one)));
    }

    private Finding Approval(Question question)
    {
        var says = view.Roadmap.IsApproved
            ? RoadmapsTexts.ApprovedBy.With(view.Roadmap.Version, string.Join(", ", view.Roadmap.Approvals.Select(approval => approval.Name)))
            : RoadmapsTexts.DraftVersion.With(view.Roadmap.Version);
        return new Finding(question, [says], [Passages.Standing(view, says)], []);
    }

    /// <summary>Products that the question names, or all of them where it names nothing.</summary>
    private Finding Support(Question question, IReadOnlyList<string> terms)
    {
        var named = SupportWords.Rest(terms);
        Passage[] found = [.. _index.Find(terms, passage => passage.Kind is PassageKind.Support).Where(match => named.Count > 0 && match.Share >= Enough).Select(match => match.Passage).Take(Most)];
        if (named.Count == 0)
            found = [.. Passages.Of(view).Where(passage => passage.Kind is PassageKind.Support).Take(MostListed)];
        return new Finding(question, [.. found.Select(passage => passage.Says)], found, []);
    }

    private Finding Budget(Question question)
    {
        var year = Period.FiscalYear(question.Text, view.Plan, today);
        var years = BudgetRules.ByQuarter(view.Plan).GroupBy(one => one.Quarter.Year).Where(one => year is null || one.Key == year).ToArray();
        if (years.Length == 0 || Initiatives.Count == 0)
            return Finding.Silent(question);
        var lines = years.Select(one => QuestionsTexts.YearCosts.With(
            RoadmapsTexts.FiscalYear.With(one.Key), RoadmapsTexts.BudgetParts.With(view.Plan.Currency, one.Sum(part => part.Low), one.Sum(part => part.High), one.Sum(part => part.Running))));
        return new Finding(question, [.. lines, RoadmapsTexts.BudgetNote], [Passages.Budget], []);
    }

    private Finding InPeriod(Question question, Period period) =>
        Listed(question, QuestionsTexts.In.With(period.Name), [.. Shown.Where(period.Holds)], QuestionsTexts.NothingIn.With(period.Name), SeesPlan ? Passages.Timeline : Passages.Department(null));

    private Finding First(Question question) =>
        Listed(question, SeesPlan ? QuestionsTexts.FirstByPriority : QuestionsTexts.FirstByTime, [.. (SeesPlan ? Shown.OrderBy(one => one.Start).ThenBy(one => one.Priority.Rank) : Shown).Take(Most)], RoadmapsTexts.PhaseEmpty, Passages.Timeline);

    /// <summary>What this reader sees at all, by start.</summary>
    private IEnumerable<Initiative> Shown => Initiatives.Where(one => SeesPlan || one.Effects.Count > 0);

    private Finding Listed(Question question, string heading, IReadOnlyList<Initiative> found, string nothing, Passage whole) => found.Count == 0
        ? new Finding(question, [nothing], [whole], [])
        : new Finding(
            question, [heading, .. found.Take(MostListed).Select(one => QuestionsTexts.Line.With(one.Title, RoadmapView.Span(one))), .. More(found.Count)],
            [.. Passages.Of(view).Where(passage => passage.Of is { } one && found.Take(Most).Any(shown => shown.Id == one.Id)), .. found.Count > Most && SeesPlan ? [whole] : Array.Empty<Passage>()], []);

    private static string[] More(int count) => count > MostListed ? [RoadmapsTexts.AndMore.With(count - MostListed)] : [];

    /// <summary>The roadmap in all; who may not see the plan hears of the initiatives that are theirs.</summary>
    private Finding Whole(Question question)
    {
        if (!SeesPlan)
            return Finding.Silent(question);
        var rate = Completion.Of([.. Initiatives.Select(one => Track.Of(one, progress, today))]);
        return rate.Initiatives == 0 ? Finding.Silent(question)
            : new Finding(question, [QuestionsTexts.WholeStands.With(rate.Done, rate.Initiatives, rate.Reached, rate.Milestones)], [Passages.Timeline], []);
    }

    private Finding ForDepartment(Question question, string department)
    {
        var found = DepartmentCard.For(view, department.Length == 0 ? null : department);
        return found.Length == 0 ? Finding.Silent(question) : new Finding(
            question, [.. found.Take(MostListed / 2).Select(one => QuestionsTexts.Effect.With(one.Title, RoadmapView.Span(one), string.Join("; ", one.Effects))), .. found.Length > MostListed / 2 ? [RoadmapsTexts.AndMore.With(found.Length - (MostListed / 2))] : Array.Empty<string>()],
            [Passages.Department(department.Length == 0 ? null : department)], []);
    }

    /// <returns>Empty for everybody, where the person asks for himself and has no department; null where the question names nobody.</returns>
    private string? DepartmentIn(string text) =>
        view.Members.Select(member => member.Department).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length)
            .FirstOrDefault(name => DepartmentWords.Names(text, name))
        ?? (DepartmentWords.IsOwn(text) ? view.Reader.Seat.Member.Department ?? "" : null);

    private Finding Kpis(Question question, IReadOnlyList<string> terms)
    {
        var named = KpiWords.Rest(terms);
        Passage[] found = named.Count == 0
            ? [.. Passages.Of(view).Where(passage => passage.Kind is PassageKind.Kpi).Take(MostListed)]
            : [.. Best(named, passage => passage.Kind is PassageKind.Kpi).Select(match => match.Passage)];
        return found.Length == 0 ? Nearest(question, named) : new Finding(question, [.. found.Select(passage => passage.Says)], found.Length > Most ? [.. found.Take(Most)] : found, []);
    }

    private Finding Nearest(Question question, IReadOnlyList<string> terms)
    {
        // What is measured does not tell what is so, and is found by its own question.
        var best = Best(terms, passage => passage.Kind is not PassageKind.Kpi);
        Passage[] found = [.. (best.Length > 0 ? best : Best(terms, _ => true)).Select(match => match.Passage)];
        return new Finding(question, [.. found.Select(passage => QuestionsTexts.Line.With(passage.Title, passage.Says))], found, []);
    }

    private Match[] Best(IReadOnlyList<string> terms, Func<Passage, bool> among)
    {
        var found = _index.Find(terms, among).Where(match => match.Share >= Enough).ToArray();
        return [.. found.Where(match => match.Score >= Near * found[0].Score).Take(Most)];
    }
}
