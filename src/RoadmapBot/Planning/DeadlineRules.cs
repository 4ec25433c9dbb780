using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Support;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>By when an initiative has to have ended: what its owner has set, or the next end of support that it deals with, whichever comes first.</summary>
internal static class DeadlineRules
{
    /// <param name="gaps">Those that the initiative addresses.</param>
    public static Due? Of(string initiative, IReadOnlyList<Gap> gaps, PlanningFrame frame, SupportRegister support)
    {
        var set = frame.Deadlines.Where(deadline => deadline.Initiative == initiative).Select(deadline => new Due(deadline.By, PlanningTexts.DueSet));
        var ends = gaps.Any(gap => gap.Id == SupportGap.Id)
            ? support.Dates.Where(date => date.Ends >= frame.Start && date.Ends < frame.Start.AddMonths(Phases.Horizon)).Select(date => new Due(date.Ends, PlanningTexts.DueSupport.With(date.Product)))
            : [];
        return set.Concat(ends).MinBy(due => due.By);
    }
}
