using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>The ways to look at one roadmap: the two audiences, and the four types, each with its purpose.</summary>
internal enum Lens
{
    /// <summary>Everything, phase by phase.</summary>
    Whole,

    /// <summary>For executives: what the organisation gets, and for how much.</summary>
    Technology,

    /// <summary>For those who do it: who, how many days, and what comes before.</summary>
    It,

    Enterprise,
    Project,
    Architecture,
    Engineering,
}

internal static class Lenses
{
    /// <summary>A project takes more than this of 1 to 5.</summary>
    private const int SmallEffort = 1;

    public static bool Shows(Lens lens, RoadmapView view, Initiative one)
    {
        Gap[] gaps = [.. one.Addresses.Select(view.Gap).OfType<Gap>()];
        return lens switch
        {
            Lens.Enterprise => gaps.Any(gap => gap.Kind is GapKind.Strategic),
            Lens.Project => gaps.Any(gap => gap.Kind is GapKind.Technical) && one.Priority.Resources > SmallEffort,
            Lens.Architecture => gaps.Any(gap => gap.Domain is Domain.Infrastructure or Domain.Applications or Domain.Data),
            Lens.Engineering => gaps.Any(gap => gap.Domain is Domain.Applications or Domain.Intelligence) && one.Objectives.SelectMany(index => view.Roadmap.Analysis.Objectives[index].Classes)
                .Any(kind => kind is ObjectiveClass.Revenue or ObjectiveClass.Expansion or ObjectiveClass.Differentiation),
            _ => true,
        };
    }

    /// <summary>What a line says beneath the title.</summary>
    public static string Detail(Lens lens, RoadmapView view, Initiative one) => lens switch
    {
        Lens.Technology or Lens.Enterprise => RoadmapsTexts.RowServes.With(RoadmapView.Span(one), view.Objective(one.Objectives[0])),
        Lens.It => RoadmapsTexts.RowEffort.With(RoadmapView.Span(one), one.Owner, TeamNames.InDays(one.Effort)),
        Lens.Project => RoadmapsTexts.RowMilestone.With(RoadmapView.Span(one), one.Owner, one.Milestones.Count == 0 ? "–" : one.Milestones[^1].InWords(one.Start)),
        _ => RoadmapsTexts.RowDetail.With(RoadmapView.Span(one), one.Owner),
    };

    public static string NameOf(Lens lens) => lens switch
    {
        Lens.Whole => RoadmapsTexts.LensWhole,
        Lens.Technology => RoadmapsTexts.LensTechnology,
        Lens.It => RoadmapsTexts.LensIt,
        Lens.Enterprise => RoadmapsTexts.LensEnterprise,
        Lens.Project => RoadmapsTexts.LensProject,
        Lens.Architecture => RoadmapsTexts.LensArchitecture,
        Lens.Engineering => RoadmapsTexts.LensEngineering,
        _ => throw new ArgumentOutOfRangeException(nameof(lens), lens, null),
    };

    /// <summary>What it is for; empty for the whole.</summary>
    public static string PurposeOf(Lens lens) => lens switch
    {
        Lens.Technology => RoadmapsTexts.PurposeTechnology,
        Lens.It => RoadmapsTexts.PurposeIt,
        Lens.Enterprise => RoadmapsTexts.PurposeEnterprise,
        Lens.Project => RoadmapsTexts.PurposeProject,
        Lens.Architecture => RoadmapsTexts.PurposeArchitecture,
        Lens.Engineering => RoadmapsTexts.PurposeEngineering,
        _ => "",
    };
}
