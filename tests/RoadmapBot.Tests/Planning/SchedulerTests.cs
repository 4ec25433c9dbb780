using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Analysis;
using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Planning;

public sealed class SchedulerTests
{
    private const int Capacity = 6;

    [Fact]
    public void No_dependency_is_inverted() => Holds((candidates, slots) => candidates.All(candidate => !slots.TryGetValue(candidate.Id, out var slot)
        || candidate.After.All(id => slots.TryGetValue(id, out var before) && before.Month + candidates.First(one => one.Id == id).Months <= slot.Month)));

    [Fact]
    public void Phase_and_months_agree() => Holds((candidates, slots) => candidates.All(candidate => !slots.TryGetValue(candidate.Id, out var slot) || slot.Phase switch
    {
        Phase.Short => slot.Month >= 0 && slot.Month + candidate.Months <= 6,
        Phase.Mid => slot.Month >= 6 && slot.Month + candidate.Months <= 18,
        _ => slot.Month >= 18 && slot.Month + candidate.Months <= Scheduler.Horizon,
    }));

    [Fact]
    public void The_team_never_carries_more_than_it_can() => Holds((candidates, slots) => Enumerable.Range(0, Scheduler.Horizon).All(month =>
        candidates.Where(candidate => slots.TryGetValue(candidate.Id, out var slot) && month >= slot.Month && month < slot.Month + candidate.Months).Sum(candidate => candidate.Load) <= Capacity));

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Holds((candidates, slots) =>
        Scheduler.Schedule([.. candidates.Reverse()], Capacity).OrderBy(pair => pair.Key).SequenceEqual(slots.OrderBy(pair => pair.Key)));

    [Fact]
    public void What_something_urgent_stands_on_is_as_urgent()
    {
        Candidate[] candidates = [new("first", 9, Phase.Long, 2, 1, []), new("urgent", 1, Phase.Short, 2, 1, ["first"])];
        Assert.Equal(new Slot(Phase.Short, 2), Scheduler.Schedule(candidates, Capacity)["urgent"]);
    }

    [Fact]
    public void What_does_not_fit_gets_no_slot_nor_does_what_stands_on_it()
    {
        Candidate[] candidates = [.. Enumerable.Range(0, 3).Select(i => new Candidate($"big{i}", i, Phase.Long, 18, 6, [])), new("last", 9, Phase.Long, 1, 1, ["big2"])];
        Assert.Equal(["big0"], Scheduler.Schedule(candidates, Capacity).Keys);
    }

    [Theory]
    [InlineData(Bucket.FixNow, 3, 2, Phase.Short)]
    [InlineData(Bucket.FixNow, 9, 4, Phase.Mid)]
    [InlineData(Bucket.ImproveNext, 2, 1, Phase.Short)]
    [InlineData(Bucket.ImproveNext, 6, 3, Phase.Mid)]
    [InlineData(Bucket.ImproveNext, 18, 5, Phase.Long)]
    [InlineData(Bucket.Plan, 2, 1, Phase.Long)]
    public void Urgency_and_size_choose_the_phase(object bucket, int months, int resources, object phase) =>
        Assert.Equal(phase, Scheduler.WishOf((Bucket)bucket, months, resources));

    private static void Holds(Func<IReadOnlyList<Candidate>, IReadOnlyDictionary<string, Slot>, bool> law) =>
        Prop.ForAll(Jobs(), candidates => law(candidates, Scheduler.Schedule(candidates, Capacity))).QuickCheckThrowOnFailure();

    /// <summary>Up to fourteen candidates; each may depend on earlier ones, so that there are no circles.</summary>
    private static Arbitrary<Candidate[]> Jobs() => Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        var random = new Random(seed);
        return Enumerable.Range(0, random.Next(1, 15)).Select(i => new Candidate(
            $"j{i:00}", random.Next(1, 20), (Phase)random.Next(3), random.Next(1, 10), random.Next(1, 6),
            [.. Enumerable.Range(0, i).Where(_ => random.Next(4) == 0).Select(before => $"j{before:00}")])).ToArray();
    }).ToArbitrary();
}
