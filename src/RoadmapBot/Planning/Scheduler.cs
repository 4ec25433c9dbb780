using RoadmapBot.Analysis;

namespace RoadmapBot.Planning;

/// <summary>
/// Puts candidates into months, the most urgent first, so that nothing holds a place that something more urgent needs: wholly inside one phase, after everything
/// that it stands on, and within the limits. What fits nowhere is left over, with the reason.
/// </summary>
internal static class Scheduler
{
    /// <param name="candidates">Their ids are unique and their dependencies free of circles. Those on unknown ids are ignored.</param>
    public static Schedule Schedule(IReadOnlyList<Candidate> candidates, Limits limits)
    {
        var ledger = new Ledger(limits);
        var known = candidates.Select(candidate => candidate.Id).ToHashSet(StringComparer.Ordinal);
        var slots = new Dictionary<string, Slot>(StringComparer.Ordinal);
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        var leftOver = new Dictionary<string, Obstacle>(StringComparer.Ordinal);
        foreach (var candidate in InOrder(Urged(candidates)))
        {
            var after = candidate.After.Where(known.Contains).ToArray();
            if (after.FirstOrDefault(leftOver.ContainsKey) is { } missing)
            {
                leftOver[candidate.Id] = new Obstacle.Without(missing);
                continue;
            }
            var months = Months(candidate, after.Select(id => ends[id]).DefaultIfEmpty(0).Max());
            if (Fit(candidate, months, ledger) is not { } slot)
            {
                leftOver[candidate.Id] = Reason(candidate, months, ledger);
                continue;
            }
            (slots[candidate.Id], ends[candidate.Id]) = (slot, slot.Month + candidate.Months);
            ledger.Take(candidate, slot.Month);
        }
        return new Schedule(slots, leftOver);
    }

    /// <summary>The months in which it could begin, the preferred first.</summary>
    private static Slot[] Months(Candidate candidate, int ready) =>
    [
        .. from phase in Phases.All
           where phase.Phase >= candidate.Wish || candidate.Due is not null
           orderby phase.Phase < candidate.Wish
           from month in Enumerable.Range(phase.From, phase.To - phase.From)
           where month >= ready && month + candidate.Months <= phase.To
           select new Slot(phase.Phase, month, 0),
    ];

    /// <summary>
    /// In time, with own people before bought ones; then, too late, the same. What is urgent has bought help rather than wait for a later phase; the rest waits.
    /// </summary>
    private static Slot? Fit(Candidate candidate, Slot[] months, Ledger ledger)
    {
        var free = months.Where(slot => ledger.Check(candidate, slot.Month).Count == 0)
            .Select(slot => slot with { Bought = ledger.Bought(candidate, slot.Month) }).ToArray();
        var inTime = free.Where(slot => slot.Month + candidate.Months <= candidate.Due).ToArray();
        return First(inTime.Where(slot => slot.Bought == 0)) ?? Cheapest(inTime)
            ?? First(free.Where(slot => slot.Bought == 0 && slot.Phase == candidate.Wish))
            ?? (candidate.Urgency is Bucket.FixNow ? Cheapest(free.Where(slot => slot.Phase == candidate.Wish)) : null)
            ?? First(free.Where(slot => slot.Bought == 0)) ?? Cheapest(free);
    }

    private static Slot? First(IEnumerable<Slot> slots) => slots.Cast<Slot?>().FirstOrDefault();

    private static Slot? Cheapest(IEnumerable<Slot> slots) => slots.OrderBy(slot => slot.Bought).Cast<Slot?>().FirstOrDefault();

    private static Obstacle Reason(Candidate candidate, Slot[] months, Ledger ledger) =>
        months.Select(slot => ledger.Check(candidate, slot.Month)).OrderBy(obstacles => obstacles.Count).FirstOrDefault()?[0] ?? new Obstacle.Time();

    /// <summary>What something stands on is as urgent as that, and due so much earlier; what is due soon is urgent by that alone.</summary>
    private static IReadOnlyCollection<Candidate> Urged(IReadOnlyList<Candidate> candidates)
    {
        var urged = candidates.ToDictionary(candidate => candidate.Id, StringComparer.Ordinal);
        foreach (var id in InOrder(candidates).Select(candidate => candidate.Id).Reverse())
        {
            var later = urged[id] = Pressed(urged[id]);
            foreach (var before in later.After.Where(urged.ContainsKey).Select(one => urged[one]))
            {
                var isLifted = (!later.IsForced, later.Urgency, later.Rank).CompareTo((!before.IsForced, before.Urgency, before.Rank)) < 0;
                urged[before.Id] = (isLifted ? before with { IsForced = later.IsForced, Urgency = later.Urgency, Rank = later.Rank } : before) with
                {
                    Wish = (Phase)Math.Min((int)before.Wish, (int)later.Wish),
                    Due = later.Due is { } due ? Math.Min(before.Due ?? int.MaxValue, due - later.Months) : before.Due,
                };
            }
        }
        return urged.Values;
    }

    private static Candidate Pressed(Candidate candidate)
    {
        var urgency = candidate.Due is { } due ? (Bucket)Math.Min((int)candidate.Urgency, (int)Phases.At(due - 1)) : candidate.Urgency;
        var soonest = Phases.All.First(phase => candidate.Months <= phase.To - phase.From || phase.Phase is Phase.Long).Phase;
        return candidate with { Urgency = urgency, Wish = urgency is Bucket.FixNow || soonest > candidate.Wish ? soonest : candidate.Wish };
    }

    /// <summary>Each after what it stands on; of those that can come next, the forced, the urgent, the soonest due and the best ranked first.</summary>
    private static IEnumerable<Candidate> InOrder(IReadOnlyCollection<Candidate> candidates)
    {
        var waiting = candidates.OrderByDescending(candidate => candidate.IsForced).ThenBy(candidate => candidate.Urgency)
            .ThenBy(candidate => candidate.Due ?? int.MaxValue).ThenBy(candidate => candidate.Rank).ThenBy(candidate => candidate.Id, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var open = waiting.Select(candidate => candidate.Id).ToHashSet(StringComparer.Ordinal);
            var next = waiting.FirstOrDefault(candidate => !candidate.After.Any(open.Contains)) ?? throw new ArgumentException("the dependencies run in a circle", nameof(candidates));
            waiting.Remove(next);
            yield return next;
        }
    }

    /// <summary>
    /// The phase by urgency and size: fix now is short, improve next is mid unless it is small enough for a quick win or comes before most of what is to be fixed
    /// now, growth is long; what takes longer than a phase moves on to one that holds it.
    /// </summary>
    /// <param name="resources">1 (little) to 5 (much).</param>
    /// <param name="isForemost">Its priority is above that of most things to be fixed now.</param>
    public static Phase WishOf(Bucket bucket, int months, int resources, bool isForemost = false) => bucket switch
    {
        Bucket.FixNow when months <= 6 => Phase.Short,
        Bucket.ImproveNext when months <= 6 && isForemost => Phase.Short,
        Bucket.ImproveNext when months <= 3 && resources <= 1 => Phase.Short,
        Bucket.FixNow or Bucket.ImproveNext when months <= 12 => Phase.Mid,
        _ => Phase.Long,
    };
}
