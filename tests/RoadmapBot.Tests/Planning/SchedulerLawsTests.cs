using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Planning;

/// <summary>What holds for every schedule, whatever is to be done and whatever it has to keep within.</summary>
public sealed class SchedulerLawsTests
{
    /// <summary>Made up, with the schedule that came of it.</summary>
    private sealed record Trial(IReadOnlyList<Candidate> Candidates, Limits Limits)
    {
        public Schedule Schedule { get; } = Scheduler.Schedule(Candidates, Limits);

        public Slot? SlotOf(string id) => Schedule.Slots.TryGetValue(id, out var slot) ? slot : null;

        /// <summary>The last months of what it stands on.</summary>
        public int Ready(Candidate candidate) =>
            candidate.After.Select(id => Schedule.Slots[id].Month + Candidates.First(one => one.Id == id).Months).DefaultIfEmpty(0).Max();

        public long Spent(FiscalQuarter quarter, Candidate? also = null, int at = 0) => Placed(also, at)
            .SelectMany(one => Apportionment.Money(one.Job.Once, one.Job.PerYear, one.Month, one.Job.Months)).Where(part => Limits.Calendar.At(part.Month) == quarter).Sum(part => part.Amount);

        public long Worked(Team team, int month, Candidate? also = null, int at = 0) => Placed(also, at)
            .Where(one => month >= one.Month && month < one.Month + one.Job.Months)
            .Sum(one => one.Job.Hours.Where(hours => hours.Team == team).Sum(hours => Apportionment.Part(hours.Hours, one.Job.Months, month - one.Month)));

        public bool IsWithin(Candidate? also = null, int at = 0) =>
            Limits.Calendar.Quarters.All(quarter => Limits.BudgetPerQuarter is not { } budget || Spent(quarter, also, at) <= budget * quarter.Months / 3)
            && Limits.Hours.All(limit => Enumerable.Range(0, Phases.Horizon).All(month => Worked(limit.Key, month, also, at) <= limit.Value));

        private IEnumerable<(Candidate Job, int Month)> Placed(Candidate? also, int at)
        {
            var placed = Candidates.Where(one => SlotOf(one.Id) is not null).Select(one => (one, Schedule.Slots[one.Id].Month));
            return also is null ? placed : placed.Append((also, at));
        }
    }

    [Fact]
    public void No_dependency_is_inverted() => Holds(trial => trial.Candidates.All(one => trial.SlotOf(one.Id) is not { } slot || trial.Ready(one) <= slot.Month));

    [Fact]
    public void Phase_and_months_agree() => Holds(trial => trial.Candidates.All(one => trial.SlotOf(one.Id) is not { } slot || slot.Phase switch
    {
        Phase.Short => slot.Month >= 0 && slot.Month + one.Months <= 6,
        Phase.Mid => slot.Month >= 6 && slot.Month + one.Months <= 18,
        _ => slot.Month >= 18 && slot.Month + one.Months <= 36,
    }));

    [Fact]
    public void No_quarter_is_over_budget_and_no_month_over_hours() => Holds(trial => trial.IsWithin());

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Holds(trial =>
    {
        var turned = Scheduler.Schedule([.. trial.Candidates.Reverse()], trial.Limits);
        return turned.Slots.OrderBy(pair => pair.Key).SequenceEqual(trial.Schedule.Slots.OrderBy(pair => pair.Key))
            && turned.LeftOver.OrderBy(pair => pair.Key).SequenceEqual(trial.Schedule.LeftOver.OrderBy(pair => pair.Key));
    });

    [Fact]
    public void Everything_has_a_place_or_a_reason() => Holds(trial =>
        trial.Candidates.All(one => trial.Schedule.Slots.ContainsKey(one.Id) != trial.Schedule.LeftOver.ContainsKey(one.Id)));

    [Fact]
    public void What_is_left_over_could_not_have_begun_in_any_month() => Holds(trial => trial.Schedule.LeftOver.All(left =>
    {
        var job = trial.Candidates.First(one => one.Id == left.Key);
        return left.Value switch
        {
            Obstacle.Without(var before) => job.After.Contains(before) && trial.Schedule.LeftOver.ContainsKey(before),
            Obstacle.Time => !Months(trial, job).Any(),
            Obstacle.Budget(var quarter, var missing) => Overrun(trial, job, month => trial.Spent(quarter, job, month) - (trial.Limits.BudgetPerQuarter!.Value * quarter.Months / 3), missing),
            Obstacle.Hours(var team, var quarter, var missing) => Overrun(trial, job, month =>
                Enumerable.Range(quarter.FirstMonth, quarter.Months).Max(at => trial.Worked(team, at, job, month)) - trial.Limits.Hours[team], missing),
            _ => false,
        };
    }));

    [Fact]
    public void Nothing_less_urgent_moves_what_has_to_be_fixed_now() => Holds(trial =>
    {
        var calm = trial.Candidates.Select(one => one with { Due = null, IsForced = false }).ToArray();
        var needed = calm.Where(one => one.Urgency is Bucket.FixNow).Select(one => one.Id).ToHashSet();
        foreach (var one in calm.Reverse().Where(one => needed.Contains(one.Id)))
            needed.UnionWith(one.After);
        var alone = Scheduler.Schedule([.. calm.Where(one => needed.Contains(one.Id))], trial.Limits);
        var together = Scheduler.Schedule(calm, trial.Limits);
        return needed.All(id => alone.Slots.TryGetValue(id, out var slot) ? together.Slots[id] == slot : alone.LeftOver[id] == together.LeftOver[id]);
    });

    [Fact]
    public void What_can_end_in_time_by_itself_and_comes_first_ends_in_time() => Holds(trial =>
    {
        var soonest = trial.Candidates.Select(one => one with { IsForced = false, Due = null }).ToArray();
        soonest[0] = soonest[0] with { IsForced = true, Due = 12 };
        var alone = Scheduler.Schedule([soonest[0]], trial.Limits);
        var isPossible = alone.Slots.TryGetValue(soonest[0].Id, out var slot) && slot.Month + soonest[0].Months <= 12;
        return !isPossible || Scheduler.Schedule(soonest, trial.Limits).Slots[soonest[0].Id].Month + soonest[0].Months <= 12;
    });

    [Fact]
    public void Parts_add_up_to_the_whole() => Prop.ForAll(Gen.Choose(0, 1_000_000).Two().ToArbitrary(), whole =>
    {
        var months = (whole.Item2 % 36) + 1;
        return Enumerable.Range(0, months).Sum(at => Apportionment.Part(whole.Item1, months, at)) == whole.Item1;
    }).QuickCheckThrowOnFailure();

    /// <summary>Somewhere the named limit is the one that stands in the way, by at least what is missing; nowhere none does.</summary>
    private static bool Overrun(Trial trial, Candidate job, Func<int, long> over, long missing) =>
        Months(trial, job).All(month => !trial.IsWithin(job, month)) && Enumerable.Range(0, Phases.Horizon - job.Months + 1).Any(month => over(month) >= missing && missing > 0);

    private static IEnumerable<int> Months(Trial trial, Candidate job) =>
        from phase in Phases.All
        where phase.Phase >= job.Wish
        from month in Enumerable.Range(phase.From, phase.To - phase.From)
        where month >= trial.Ready(job) && month + job.Months <= phase.To
        select month;

    private static void Holds(Func<Trial, bool> law) => Prop.ForAll(Trials(), law).QuickCheckThrowOnFailure();

    /// <summary>Up to fourteen candidates under tight and loose limits; each may depend on earlier ones, so that there are no circles.</summary>
    private static Arbitrary<Trial> Trials() => Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        var random = new Random(seed);
        var limits = new Limits(
            new FiscalCalendar(new DateOnly(2027, random.Next(1, 13), 1), random.Next(1, 13)), random.Next(2) == 0 ? random.Next(50, 500) : null,
            Enum.GetValues<Team>().Where(_ => random.Next(3) == 0).ToDictionary(team => team, _ => random.Next(0, 60)), random.Next(2) == 0 ? random.Next(0, 60) : null);
        return new Trial([.. Enumerable.Range(0, random.Next(1, 15)).Select(i => Job(random, i))], limits);
    }).ToArbitrary();

    private static Candidate Job(Random random, int i)
    {
        var (urgency, months) = ((Bucket)random.Next(3), random.Next(1, 19));
        return new Candidate(
            $"j{i:00}", random.Next(1, 20), urgency, Scheduler.WishOf(urgency, months, random.Next(1, 6)), months,
            [.. Enum.GetValues<Team>().Where(_ => random.Next(3) == 0).Select(team => new TeamHours(team, random.Next(0, 200)))],
            random.Next(2) == 0 ? random.Next(0, 400) : 0, random.Next(4) == 0 ? random.Next(0, 200) : 0,
            [.. Enumerable.Range(0, i).Where(_ => random.Next(6) == 0).Select(before => $"j{before:00}")],
            random.Next(5) == 0 ? random.Next(-3, 40) : null, random.Next(6) == 0);
    }
}
