using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Planning;

/// <summary>What a schedule does in single cases; <see cref="SchedulerLawsTests"/> has what always holds.</summary>
public sealed class SchedulerTests
{
    private static readonly FiscalCalendar Calendar = new(new DateOnly(2027, 1, 1), 1);

    [Fact]
    public void What_something_urgent_stands_on_is_as_urgent()
    {
        var slots = Of(Unlimited, Job("first", Bucket.Plan, 2, rank: 9), Job("urgent", Bucket.FixNow, 2, after: "first"), Job("other", Bucket.FixNow, 2, rank: 2)).Slots;
        Assert.Equal(new Slot(Phase.Short, 2, 0), slots["urgent"]);
    }

    [Fact]
    public void What_takes_longer_than_the_first_phase_is_begun_as_soon_as_that_ends() =>
        Assert.Equal(new Slot(Phase.Mid, 6, 0), Of(Unlimited, Job("long", Bucket.FixNow, 9)).Slots["long"]);

    [Fact]
    public void What_is_urgent_takes_the_money_before_what_is_ranked_higher()
    {
        var schedule = Of(Unlimited with { BudgetPerQuarter = 100 }, Job("fine", Bucket.ImproveNext, 3, once: 100, rank: 1) with { Wish = Phase.Short }, Job("urgent", Bucket.FixNow, 3, once: 100, rank: 2));
        Assert.Equal((0, 3), (schedule.Slots["urgent"].Month, schedule.Slots["fine"].Month));
    }

    [Fact]
    public void What_costs_more_than_a_quarter_has_is_left_over_and_the_quarter_is_named()
    {
        var schedule = Of(Unlimited with { BudgetPerQuarter = 100 }, Job("dear", Bucket.FixNow, 1, once: 130), Job("next", Bucket.FixNow, 1, after: "dear"));
        Assert.Equal(new Obstacle.Budget(Calendar.Quarters[0], 30), schedule.LeftOver["dear"]);
        Assert.Equal(new Obstacle.Without("dear"), schedule.LeftOver["next"]);
    }

    [Fact]
    public void Running_costs_count_in_every_quarter_that_follows()
    {
        var schedule = Of(Unlimited with { BudgetPerQuarter = 100 }, Job("service", Bucket.FixNow, 3, perYear: 240), Job("device", Bucket.ImproveNext, 1, once: 60));
        Assert.Equal(new Obstacle.Budget(Calendar.Quarters[2], 20), schedule.LeftOver["device"]);
    }

    [Fact]
    public void A_quarter_that_the_start_cuts_has_its_share_of_the_budget()
    {
        var limits = Unlimited with { Calendar = new FiscalCalendar(new DateOnly(2027, 3, 1), 1), BudgetPerQuarter = 90 };
        Assert.Equal(1, Of(limits, Job("dear", Bucket.FixNow, 1, once: 31)).Slots["dear"].Month);
        Assert.Equal(0, Of(limits, Job("cheap", Bucket.FixNow, 1, once: 30)).Slots["cheap"].Month);
    }

    [Fact]
    public void Stated_hours_are_a_limit_and_the_team_is_named()
    {
        var schedule = Of(Unlimited with { Hours = new Dictionary<Team, int> { [Team.Security] = 10 } }, Job("work", Bucket.FixNow, 2, hours: 24, team: Team.Security));
        Assert.Equal(new Obstacle.Hours(Team.Security, Calendar.Quarters[0], 2), schedule.LeftOver["work"]);
    }

    [Fact]
    public void Beyond_the_hours_that_nobody_has_stated_the_urgent_is_helped_and_the_rest_waits()
    {
        var schedule = Of(Unlimited with { OwnHours = 10 }, Job("one", Bucket.FixNow, 6, hours: 60), Job("two", Bucket.FixNow, 6, hours: 60, rank: 2), Job("fine", Bucket.ImproveNext, 6, hours: 60) with { Wish = Phase.Short });
        Assert.Equal(new Slot(Phase.Short, 0, 60), schedule.Slots["two"]);
        Assert.Equal(new Slot(Phase.Mid, 6, 0), schedule.Slots["fine"]);
    }

    [Fact]
    public void A_deadline_makes_it_and_what_it_stands_on_urgent()
    {
        var schedule = Of(Unlimited, Job("list", Bucket.Plan, 2), Job("move", Bucket.Plan, 3, after: "list") with { Due = 12 }, Job("sign", Bucket.Plan, 3) with { Due = 5 });
        Assert.True(schedule.Slots["list"].Month + 2 <= schedule.Slots["move"].Month);
        Assert.True(schedule.Slots["move"].Month + 3 <= 12);
        Assert.True(schedule.Slots["sign"].Month + 3 <= 5);
    }

    [Fact]
    public void What_cannot_end_in_time_ends_as_soon_as_it_can() =>
        Assert.Equal(0, Of(Unlimited, Job("late", Bucket.Plan, 4) with { Due = -3 }).Slots["late"].Month);

    [Fact]
    public void What_is_forced_comes_before_what_is_urgent()
    {
        var schedule = Of(Unlimited with { BudgetPerQuarter = 100 }, Job("wanted", Bucket.FixNow, 3, once: 100, rank: 9) with { IsForced = true }, Job("urgent", Bucket.FixNow, 3, once: 100));
        Assert.Equal((0, 3), (schedule.Slots["wanted"].Month, schedule.Slots["urgent"].Month));
    }

    [Fact]
    public void What_no_phase_holds_any_more_is_left_over() =>
        Assert.Equal(new Obstacle.Time(), Of(Unlimited, Job("first", Bucket.Plan, 18), Job("last", Bucket.Plan, 1, after: "first")).LeftOver["last"]);

    [Fact]
    public void A_circle_is_refused() =>
        Assert.Throws<ArgumentException>(() => Of(Unlimited, Job("a", Bucket.Plan, 1, after: "b"), Job("b", Bucket.Plan, 1, after: "a")));

    [Theory]
    [InlineData(Bucket.FixNow, 3, 2, Phase.Short)]
    [InlineData(Bucket.FixNow, 9, 4, Phase.Mid)]
    [InlineData(Bucket.ImproveNext, 2, 1, Phase.Short)]
    [InlineData(Bucket.ImproveNext, 6, 3, Phase.Mid)]
    [InlineData(Bucket.ImproveNext, 18, 5, Phase.Long)]
    [InlineData(Bucket.Plan, 2, 1, Phase.Long)]
    public void Urgency_and_size_choose_the_phase(object bucket, int months, int resources, object phase) =>
        Assert.Equal(phase, Scheduler.WishOf((Bucket)bucket, months, resources));

    [Theory]
    [InlineData(Bucket.ImproveNext, 6, Phase.Short)]
    [InlineData(Bucket.ImproveNext, 9, Phase.Mid)]
    [InlineData(Bucket.Plan, 2, Phase.Long)]
    public void What_comes_before_most_that_is_to_be_fixed_now_does_not_wait_for_a_later_phase_if_it_fits_in_this_one(object bucket, int months, object phase) =>
        Assert.Equal(phase, Scheduler.WishOf((Bucket)bucket, months, 3, isForemost: true));

    private static Limits Unlimited => new(Calendar, null, new Dictionary<Team, int>(), null);

    private static Schedule Of(Limits limits, params Candidate[] candidates) => Scheduler.Schedule(candidates, limits);

    private static Candidate Job(string id, object bucket, int months, int hours = 0, Team team = Team.It, long once = 0, long perYear = 0, int rank = 1, params string[] after) =>
        new(id, rank, (Bucket)bucket, Scheduler.WishOf((Bucket)bucket, months, 3), months, hours == 0 ? [] : [new TeamHours(team, hours)], once, perYear, after);
}
