using RoadmapBot.Analysis;

namespace RoadmapBot.Planning;

/// <summary>Something to be put into time.</summary>
/// <param name="Wish">The phase that it belongs in by its urgency.</param>
/// <param name="Load">How much of the team's capacity it takes in each of its months.</param>
internal sealed record Candidate(string Id, int Rank, Phase Wish, int Months, int Load, IReadOnlyList<string> After);

/// <param name="Month">The first month, counted from zero.</param>
internal readonly record struct Slot(Phase Phase, int Month);

/// <summary>
/// Puts candidates into months: in its wished phase or a later one, wholly inside that phase, after everything that it depends on, and never more at once than the
/// team can carry. What does not fit into 36 months gets no slot.
/// </summary>
internal static class Scheduler
{
    public const int Horizon = 36;

    private static readonly (Phase Phase, int From, int To)[] Phases = [(Phase.Short, 0, 6), (Phase.Mid, 6, 18), (Phase.Long, 18, Horizon)];

    /// <param name="candidates">Their ids are unique and their dependencies free of circles. Those on unknown ids are ignored.</param>
    /// <param name="capacity">The load that fits into one month. A candidate of a greater load gets months of its own.</param>
    public static IReadOnlyDictionary<string, Slot> Schedule(IReadOnlyList<Candidate> candidates, int capacity)
    {
        var load = new int[Horizon];
        var slots = new Dictionary<string, Slot>(StringComparer.Ordinal);
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var candidate in InOrder(Urged(candidates)))
        {
            var ready = candidate.After.Select(id => ends.GetValueOrDefault(id)).DefaultIfEmpty(0).Max();
            if (Fit(candidate, ready, load, Math.Max(capacity, candidate.Load)) is not { } slot)
            {
                ends[candidate.Id] = Horizon;
                continue;
            }
            slots[candidate.Id] = slot;
            ends[candidate.Id] = slot.Month + candidate.Months;
            for (var month = slot.Month; month < slot.Month + candidate.Months; month++)
                load[month] += candidate.Load;
        }
        return slots;
    }

    private static Slot? Fit(Candidate candidate, int ready, int[] load, int capacity)
    {
        foreach (var (phase, from, to) in Phases.Where(phase => phase.Phase >= candidate.Wish))
            for (var month = Math.Max(from, ready); month + candidate.Months <= to; month++)
                if (!load.AsSpan(month, candidate.Months).ContainsAnyInRange(capacity - candidate.Load + 1, int.MaxValue))
                    return new Slot(phase, month);
        return null;
    }

    /// <summary>What something urgent depends on is as urgent.</summary>
    private static List<Candidate> Urged(IReadOnlyList<Candidate> candidates)
    {
        var wish = candidates.ToDictionary(candidate => candidate.Id, candidate => candidate.Wish, StringComparer.Ordinal);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var candidate in candidates)
                foreach (var before in candidate.After.Where(id => wish.TryGetValue(id, out var phase) && phase > wish[candidate.Id]))
                    (wish[before], changed) = (wish[candidate.Id], true);
        }
        return [.. candidates.Select(candidate => candidate with { Wish = wish[candidate.Id] })];
    }

    /// <summary>Dependencies first, then by phase, rank and id.</summary>
    private static IEnumerable<Candidate> InOrder(List<Candidate> candidates)
    {
        var waiting = candidates.OrderBy(candidate => candidate.Wish).ThenBy(candidate => candidate.Rank).ThenBy(candidate => candidate.Id, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var open = waiting.Select(candidate => candidate.Id).ToHashSet(StringComparer.Ordinal);
            var next = waiting.FirstOrDefault(candidate => !candidate.After.Any(open.Contains)) ?? throw new ArgumentException("the dependencies run in a circle", nameof(candidates));
            waiting.Remove(next);
            yield return next;
        }
    }

    /// <summary>
    /// The phase by urgency and size: fix now is short, improve next is mid unless it is small enough for a quick win, growth is long; what takes longer than a
    /// phase moves on to one that holds it.
    /// </summary>
    public static Phase WishOf(Bucket bucket, int months, int resources) => bucket switch
    {
        Bucket.FixNow when months <= 6 => Phase.Short,
        Bucket.ImproveNext when months <= 3 && resources <= 1 => Phase.Short,
        Bucket.FixNow or Bucket.ImproveNext when months <= 12 => Phase.Mid,
        _ => Phase.Long,
    };
}
