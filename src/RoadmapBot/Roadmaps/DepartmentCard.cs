using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>What changes for one department, when, what it gets from IT meanwhile, and what IT needs from it. No costs, no quotes.</summary>
internal static class DepartmentCard
{
    public const string Verb = "roadmap/department";

    private const int MostShown = 8;

    /// <summary>From so many people on the order follows their words. Of one or two, the order would tell a colleague what the other has said.</summary>
    private const int OwnFrom = 3;
    private const string Department = "department";

    /// <param name="department">Null or unknown: everybody.</param>
    public static AdaptiveCard Render(RoadmapView view, string? department)
    {
        var departments = view.Members.Where(member => member.Role is not Role.Msp).Select(member => member.Department).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order().ToArray();
        var shown = departments.FirstOrDefault(known => known.Equals(department, StringComparison.OrdinalIgnoreCase))
            ?? departments.FirstOrDefault(known => department is not null && known.Contains(department, StringComparison.CurrentCultureIgnoreCase));
        var initiatives = For(view, shown);
        var title = shown is null
            ? RoadmapsTexts.EverybodyTitle.With(view.Engagement.Organisation.Name)
            : RoadmapsTexts.DepartmentTitle.With(shown);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Standing(),
            .. initiatives.Length == 0 ? [new TextBlock(RoadmapsTexts.NothingForYou)] : Array.Empty<CardElement>(),
            .. initiatives.Take(MostShown).Select(CardElement (initiative) => Change(initiative)),
            .. initiatives.Length > MostShown ? [new TextBlock(RoadmapsTexts.AndLater.With(initiatives.Length - MostShown)) { IsSubtle = true }] : Array.Empty<CardElement>(),
            .. departments.Length > 1
                ? [new ChoiceInput(RoadmapsTexts.OtherDepartment, [.. departments.Select(name => new Choice(name, name))]) { Id = Department, Style = "compact", Value = shown, Separator = true }]
                : Array.Empty<CardElement>(),
        ],
        [
            .. departments.Length > 1 ? [view.Go(RoadmapsTexts.ShowDepartment, Verb)] : Array.Empty<CardAction>(),
            .. Rights.MaySeePlan(view.Reader.Seat.Member) ? [view.Go(RoadmapsTexts.BackToRoadmap, RoadmapCard.Verb)] : Array.Empty<CardAction>(),
            SubmitAction.Saying(EngagementsTexts.NextReport, "report"),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static string? Read(CardData data) => data.Text(Department);

    /// <summary>Hidden data of a button that opens this department's card.</summary>
    public static (string Key, string Value) Of(string department) => (Department, department);

    /// <summary>What answers the words of several of its people comes first; what everybody feels follows.</summary>
    public static Initiative[] For(RoadmapView view, string? department)
    {
        var people = view.Members.Where(member => department is not null && department.Equals(member.Department, StringComparison.OrdinalIgnoreCase))
            .Select(member => member.Person.Value).ToHashSet();
        var own = view.Roadmap.Analysis.Gaps.Where(gap => gap.Evidence.Select(receipt => receipt.Voice).Where(people.Contains).Distinct().Count() >= OwnFrom).Select(gap => gap.Id).ToHashSet();
        return [.. view.Plan.Initiatives.Where(initiative => initiative.Effects.Count > 0).OrderByDescending(initiative => initiative.Addresses.Any(own.Contains)).ThenBy(initiative => initiative.Start)];
    }

    private static Container Change(Initiative initiative) => new(
    [
        new TextBlock(Markdown.Escape(initiative.Title)) { Style = "heading", Size = "default", Weight = "bolder" },
        new FactSet(
        [
            new(RoadmapsTexts.FactTime, RoadmapView.Span(initiative)),
            .. Line(RoadmapsTexts.Effects, initiative.Effects),
            .. Line(RoadmapsTexts.TeamsNeed, initiative.TeamsNeed),
            .. Line(RoadmapsTexts.ItNeeds, initiative.NeedsFromTeams),
        ]),
    ])
    { Separator = true };

    private static IEnumerable<Fact> Line(string title, IReadOnlyList<string> items) => items.Count == 0 ? [] : [new Fact(title, Markdown.Escape(string.Join("; ", items)))];
}
