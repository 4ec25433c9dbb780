using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Campaign.Coverage;

/// <summary>The coverage board before somebody's eyes.</summary>
/// <param name="Best">For owners; empty for everybody else.</param>
internal sealed record CoverageView(CampaignView Of, Guide? Guide, Roadmap? Roadmap, IReadOnlyList<BestQuestion> Best)
{
    public bool IsOwner => Rights.MayManage(Of.Seat.Member);
}

/// <summary>Who is heard, who is missing, what is open; owners see names, everybody else counts of no fewer than three people.</summary>
internal static class CoverageCard
{
    public const string Verb = "coverage/show";
    public const string RoleVerb = "coverage/role";
    public const string MissingVerb = "coverage/missing";

    private const int NamedFrom = 3;
    private const int MostNames = 8;
    private const int MostUnknowns = 4;
    private const int Rows = 12;
    private const int Columns = 3;
    private const string Role = "role";
    private const string From = "from";

    public static AdaptiveCard Render(CoverageView view)
    {
        var roles = CoverageRules.Of(view.Of.People);
        var title = CoverageTexts.Title.With(view.Of.Engagement.Organisation.Name);
        var finished = view.Of.People.Count(CoverageRules.IsFinished);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(CoverageTexts.Finished.With(finished, view.Of.People.Count)),
            .. roles.Where(role => view.IsOwner || role.People.Count >= NamedFrom).Select(CardElement (role) => Line(view, role)),
            .. view.IsOwner ? Missing(roles) : [],
            .. Unknowns(view),
            .. view.IsOwner ? Best(view) : [],
        ],
        [
            .. view.IsOwner
                ? [view.Of.Go(CoverageTexts.ToMissing, MissingVerb), view.Of.Go(CoverageTexts.ToSample, SampleCard.Verb), view.Of.Go(CoverageTexts.ToCampaign, CampaignCard.Verb)]
                : Array.Empty<CardAction>(),
            SubmitAction.Saying(EngagementsTexts.NextStatus, "status"),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    /// <summary>Question by department, so many of each that a phone shows them.</summary>
    public static AdaptiveCard OfRole(CoverageView view, RoleCoverage role, int page, int from)
    {
        var questions = Paged<Question>.Of(view.Guide!.Questions, Rows, page);
        var departments = Paged<string>.Of(role.Departments, Columns, from);
        var title = CoverageTexts.RoleTitle.With(RoleNames.Many(role.Role));
        string?[] columns = [null, .. departments.Shown];
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(CoverageTexts.RoleIntro) { IsSubtle = true },
            Row(CoverageTexts.Question, [.. columns.Select(name => (name is null ? CoverageTexts.All : name.Length == 0 ? CoverageTexts.NoDepartment : name.Cut(14), (string?)null))], isHead: true),
            .. questions.Shown.Select(CardElement (question) => Row(question.Topic, [.. columns.Select(name => In(CoverageRules.Of(role, question.Id, name)))], isHead: false)),
        ],
        [
            view.Of.Go(EngagementsTexts.Back, Verb),
            .. questions.Ways((label, to) => view.Of.Go(label, RoleVerb, (Role, $"{role.Role}"), to, (From, $"{departments.Page}"))),
            .. departments.Page > 0 ? [view.Of.Go(CoverageTexts.DepartmentsBefore, RoleVerb, (Role, $"{role.Role}"), (Paged<string>.Key, $"{questions.Page}"), (From, $"{departments.Page - 1}"))] : Array.Empty<CardAction>(),
            .. departments.Page < departments.Pages - 1 ? [view.Of.Go(CoverageTexts.DepartmentsNext, RoleVerb, (Role, $"{role.Role}"), (Paged<string>.Key, $"{questions.Page}"), (From, $"{departments.Page + 1}"))] : Array.Empty<CardAction>(),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    /// <summary>Everybody who has not finished, by name.</summary>
    public static AdaptiveCard AllMissing(CoverageView view, int page)
    {
        var missing = Paged<Hearer>.Of([.. view.Of.People.Where(person => !CoverageRules.IsFinished(person))], 15, page);
        return new AdaptiveCard(CoverageTexts.ToMissing,
        [
            new TextBlock(CoverageTexts.ToMissing) { Style = "heading", Size = "large", Weight = "bolder" },
            missing.Shown.Count == 0
                ? new TextBlock(CoverageTexts.NobodyMissing)
                : new FactSet([.. missing.Shown.Select(person => new Fact(Markdown.Escape(person.Member.Name), Markdown.Escape(CoverageTexts.MissingLine.With(RoleNames.Of(person.Member), person.HasBegun ? CoverageTexts.Begun : CoverageTexts.NotBegun))))]),
        ],
        [view.Of.Go(EngagementsTexts.Back, Verb), .. missing.Ways((label, to) => view.Of.Go(label, MissingVerb, to))]);
    }

    /// <returns>The role (null where it is none), the page of questions, the page of departments.</returns>
    public static (Engagements.Role? Role, int Page, int From) Read(CardData data) =>
        (data.TryChoice<Engagements.Role>(Role, out var role) ? role : null, data.Number(Paged<Question>.Key) ?? 0, data.Number(From) ?? 0);

    private static CardElement Line(CoverageView view, RoleCoverage role)
    {
        var row = ChartBar.Row(RoleNames.Many(role.Role).Capital(), CoverageTexts.CountOf.With(role.Finished.Count, role.People.Count), role.Finished.Count, role.People.Count, role.Missing.Count == 0 ? "good" : "accent");
        return view.IsOwner ? new Container([row]) { SelectAction = view.Of.Go(RoleNames.Many(role.Role).Capital(), RoleVerb, (Role, $"{role.Role}")), Spacing = "small" } : row;
    }

    private static IEnumerable<CardElement> Missing(IReadOnlyList<RoleCoverage> roles)
    {
        yield return new TextBlock(CoverageTexts.RoleHint) { IsSubtle = true, Size = "small" };
        yield return new TextBlock(CoverageTexts.ToMissing) { Style = "heading", Weight = "bolder", Separator = true };
        if (roles.All(role => role.Missing.Count == 0))
            yield return new TextBlock(CoverageTexts.NobodyMissing);
        foreach (var role in roles.Where(role => role.Missing.Count > 0))
        {
            var names = string.Join(", ", role.Missing.Take(MostNames).Select(person => person.Member.Name));
            var more = role.Missing.Count > MostNames ? $" {RoadmapsTexts.AndMore.With(role.Missing.Count - MostNames)}" : "";
            yield return new TextBlock(Markdown.Escape($"{RoleNames.Many(role.Role).Capital()}: {names}{more}")) { Spacing = "small" };
        }
    }

    private static IEnumerable<CardElement> Unknowns(CoverageView view)
    {
        if (!Rights.MaySeePlan(view.Of.Seat.Member) || view.Roadmap?.Analysis.Unknowns is not { Count: > 0 } unknowns)
            yield break;
        yield return new TextBlock(CoverageTexts.Unknowns.With(unknowns.Count)) { Style = "heading", Weight = "bolder", Separator = true };
        foreach (var unknown in unknowns.Take(MostUnknowns))
            yield return new TextBlock(Markdown.Escape(CoverageTexts.UnknownLine.With(unknown.Question, unknown.Ask))) { Spacing = "small" };
        if (unknowns.Count > MostUnknowns)
            yield return new TextBlock(CoverageTexts.MoreUnknowns.With(unknowns.Count - MostUnknowns)) { IsSubtle = true };
    }

    private static IEnumerable<CardElement> Best(CoverageView view)
    {
        yield return new TextBlock(CoverageTexts.Best) { Style = "heading", Weight = "bolder", Separator = true };
        if (view.Best.Count == 0)
            yield return new TextBlock(view.Roadmap is null ? CoverageTexts.BestLater : CoverageTexts.BestNone);
        foreach (var best in view.Best)
        {
            yield return new TextBlock(Markdown.Escape(CoverageTexts.BestLine.With(best.Member.Name, RoleNames.Of(best.Member), best.Question.Text)));
            yield return new TextBlock(Markdown.Escape(Why(best, view.Roadmap!.Plan.Currency))) { IsSubtle = true, Size = "small", Spacing = "none" };
            yield return new ActionSet([view.Of.Go(CoverageTexts.BestSend, QuestionCard.PassVerb, ("question", best.Question.Id.Value), ("person", best.Member.Person.Value)) with { AssociatedInputs = "none" }]);
        }
    }

    private static string Why(BestQuestion best, string currency)
    {
        string?[] parts =
        [
            best.Gaps > 0 ? best.Gaps.Of(CoverageTexts.WhyGapOne, CoverageTexts.WhyGapMany) : null,
            best.Foremost is { } first ? CoverageTexts.WhyInitiative.With(first.Title, first.Priority.Rank, first.Cost.High, currency) : null,
            best.Gaps > 0 ? best.Voices.Of(CoverageTexts.WhyVoiceOne, CoverageTexts.WhyVoiceMany) : null,
            best.IsUnknown ? CoverageTexts.WhyUnknown : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static (string Text, string? Style) In(Cell cell) => cell.People == 0 ? ("–", null) : ($"{cell.Answered}/{cell.People}{(cell.Unknown > 0 ? "?" : "")}", cell.Answered == 0 ? "attention" : cell.Answered == cell.People ? "good" : "warning");

    private static ColumnSet Row(string name, IReadOnlyList<(string Text, string? Style)> cells, bool isHead) => new(
    [
        new Column("4", [Text(name, isHead)]) { VerticalContentAlignment = "center" },
        .. cells.Select(cell => new Column("2", [Text(cell.Text, isHead)]) { Style = cell.Style, Spacing = "small", VerticalContentAlignment = "center" }),
    ])
    { Spacing = "small" };

    private static TextBlock Text(string text, bool isHead) => new(Markdown.Escape(text)) { Size = "small", IsSubtle = isHead ? true : null };
}
