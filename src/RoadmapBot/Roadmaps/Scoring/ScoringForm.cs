using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>What an owner chose for a round.</summary>
internal sealed record NewRound(IReadOnlyList<string> Initiatives, IReadOnlyList<PersonId> Participants, int Days);

/// <summary>The owner begins a round on the latest version.</summary>
internal static class ScoringForm
{
    public const string Verb = "scoring/form";
    public const string StartVerb = "scoring/start";

    /// <summary>More would not fit on the card.</summary>
    private const int MostOffered = 30;

    private const string Initiatives = "initiatives";
    private const string People = "people";
    private const string Days = "days";

    /// <param name="filled">What was filled in before the fault, so that nothing has to be chosen twice.</param>
    public static AdaptiveCard Render(RoadmapView view, CardData filled, string? fault)
    {
        var initiatives = view.Plan.Initiatives.OrderBy(initiative => initiative.Priority.Rank).Take(MostOffered).ToArray();
        var people = view.Members.Where(ScoringRules.MayTakePart).OrderByDescending(ScoringRules.TakesPartByDefault).Take(MostOffered).ToArray();
        return new AdaptiveCard(RoadmapsTexts.ScoringFormTitle,
        [
            ScoringView.Title(RoadmapsTexts.ScoringFormTitle),
            .. fault is null ? Array.Empty<CardElement>() : [new TextBlock(fault) { Color = "attention", Weight = "bolder" }],
            new TextBlock(RoadmapsTexts.ScoringFormIntro.With(view.Roadmap.Version)),
            new NumberInput(RoadmapsTexts.ScoringFormDays) { Id = Days, Value = filled.Number(Days) ?? ScoringRules.DefaultDays, Min = 1, Max = ScoringRules.MostDays },
            new ChoiceInput(RoadmapsTexts.ScoringFormPeople.With(ScoringRules.MostParticipants), [.. people.Select(member => new Choice($"{member.Name}, {RoleNames.Of(member)}", member.Person.Value))])
            {
                Id = People, Style = "expanded", IsMultiSelect = true,
                Value = filled.Text(People) ?? string.Join(',', people.Where(ScoringRules.TakesPartByDefault).Select(member => member.Person)),
            },
            new ChoiceInput(RoadmapsTexts.ScoringFormInitiatives.With(ScoringRules.MostInitiatives), [.. initiatives.Select(initiative => new Choice(initiative.Title, initiative.Id))])
            {
                Id = Initiatives, Style = "expanded", IsMultiSelect = true,
                Value = filled.Text(Initiatives) ?? string.Join(',', initiatives.Take(ScoringRules.MostInitiatives).Select(initiative => initiative.Id)),
            },
        ],
        [
            view.Go(RoadmapsTexts.ScoringStart, StartVerb) with { Style = "positive" },
            SubmitAction.Saying(EngagementsTexts.NextStatus, "status"),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    /// <returns>What was chosen, or what is wrong with it as a text for the person.</returns>
    public static (NewRound? Chosen, string? Fault) Read(CardData data, RoadmapView view)
    {
        if (data.Number(RoadmapView.Keys.Version) != view.Roadmap.Version)
            return (null, RoadmapsTexts.ScoringFormNewer.With(view.Roadmap.Version));
        var initiatives = List(data, Initiatives).Where(id => view.Initiative(id) is not null).ToArray();
        var people = view.Members.Where(ScoringRules.MayTakePart).Select(member => member.Person).Where(person => List(data, People).Contains(person.Value)).ToArray();
        if (initiatives.Length is 0 or > ScoringRules.MostInitiatives)
            return (null, RoadmapsTexts.ScoringFormHowMany.With(ScoringRules.MostInitiatives));
        if (people.Length is < ScoringRules.FewestScorers or > ScoringRules.MostParticipants)
            return (null, RoadmapsTexts.ScoringFormWho.With(ScoringRules.FewestScorers, ScoringRules.MostParticipants));
        return data.Number(Days) is { } days and >= 1 and <= ScoringRules.MostDays
            ? (new NewRound(initiatives, people, days), null)
            : (null, RoadmapsTexts.ScoringFormHowLong.With(ScoringRules.MostDays));
    }

    /// <summary>Several choices come with commas between.</summary>
    private static string[] List(CardData data, string key) => [.. (data.Text(key) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
