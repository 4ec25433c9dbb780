using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Campaign;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Campaign;

/// <summary>When somebody is written to, also where the clocks change.</summary>
public sealed class CampaignRulesTests
{
    private static readonly QuietHours Night = new(new TimeOnly(18, 0), new TimeOnly(8, 0));
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu"];

    [Theory]
    [InlineData("18:00", "08:00", "17:59", false)]
    [InlineData("18:00", "08:00", "18:00", true)]
    [InlineData("18:00", "08:00", "03:00", true)]
    [InlineData("18:00", "08:00", "08:00", false)]
    [InlineData("12:00", "14:00", "13:00", true)]
    [InlineData("12:00", "14:00", "14:00", false)]
    [InlineData("09:00", "09:00", "09:00", false)]
    public void Quiet_hours_end_with_their_last_minute(string from, string to, string at, bool isQuiet) =>
        Assert.Equal(isQuiet, CampaignRules.IsQuiet(new QuietHours(Time(from), Time(to)), Time(at)));

    [Theory]
    [InlineData("Europe/Berlin", "2027-03-28T00:30:00Z", "02:00", "03:00", "2027-03-28T00:30:00Z")] // half past one; the quiet hour does not exist that night
    [InlineData("Europe/Berlin", "2027-10-31T00:10:00Z", "02:00", "02:30", "2027-10-31T00:30:00Z")]
    [InlineData("Europe/Berlin", "2027-10-31T01:10:00Z", "02:00", "02:30", "2027-10-31T01:30:00Z")] // the same half hour once more
    [InlineData("America/New_York", "2027-01-05T02:00:00Z", "18:00", "08:00", "2027-01-05T13:00:00Z")]
    public void It_waits_for_the_first_minute_that_is_not_quiet(string zone, string now, string from, string to, string then) =>
        Assert.Equal(DateTimeOffset.Parse(then, null), CampaignRules.FirstLoud(DateTimeOffset.Parse(now, null), new QuietHours(Time(from), Time(to)), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData(0, "2027-03-01")]
    [InlineData(1, "2027-03-06")]
    [InlineData(2, "2027-03-11")]
    public void Reminders_lie_evenly_between_the_invitation_and_the_deadline(int occurrence, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), CampaignRules.Day(Plan(new DateOnly(2027, 3, 1), 15, 2, Night), occurrence));

    [Fact]
    public void Whatever_happens_nobody_is_invited_twice_reminded_more_than_twice_at_night_or_after_finishing() => Prop.ForAll<int[], byte, byte>((steps, zone, numbers) =>
    {
        var start = new DateOnly(2027, 3, 20).AddDays(numbers % 300);
        var quiet = new QuietHours(new TimeOnly(numbers % 24, 0), new TimeOnly(zone % 24, 0));
        var run = new CampaignRun(1, Plan(start, 3 + (numbers % 20), numbers % 3, quiet), CampaignStage.Running, [], new PersonId("o"), "Ada", default, null);
        var clock = TimeZoneInfo.FindSystemTimeZoneById(Zones[zone % Zones.Length]);
        var member = new Member(new EngagementId("e"), new PersonId("p"), "Bo", Role.EndUser, null, false);
        var now = new DateTimeOffset(start.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var (invited, reminded, isFinished) = (0, 0, false);
        foreach (var step in steps)
        {
            now = now.AddMinutes(Math.Abs((long)step) * 137 % 4000);
            isFinished |= step % 31 == 7;
            run = run with { Stage = step % 5 == 0 ? CampaignStage.Paused : CampaignStage.Running };
            var what = CampaignRules.Of(run, new Invitee(member, clock, isFinished, false, Reach.Open), now);
            if (what is CampaignStep.Wait(var until) && until <= now)
                return false;
            var then = what switch { CampaignStep.Invite(var one) => one, CampaignStep.Remind(var one) => one, _ => null };
            if (then is null)
                continue;
            if (isFinished || run.Stage is CampaignStage.Paused || CampaignRules.IsQuiet(quiet, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, clock).DateTime)) || now >= CampaignRules.End(run.Plan, clock))
                return false;
            (invited, reminded) = (invited + (what is CampaignStep.Invite ? 1 : 0), reminded + (what is CampaignStep.Remind ? 1 : 0));
            run = run with { Invitations = [then] };
        }

        return invited <= 1 && reminded <= run.Plan.Reminders && reminded <= CampaignRules.MostReminders;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_reminder_that_waits_is_over_before_the_night()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.Equal(new DateTimeOffset(2027, 6, 1, 15, 59, 0, TimeSpan.Zero), CampaignRules.LastLoud(new DateTimeOffset(2027, 6, 1, 7, 0, 0, TimeSpan.Zero), Night, zone));
    }

    private static CampaignPlan Plan(DateOnly start, int days, int reminders, QuietHours quiet) => new([Role.EndUser], [], start, start.AddDays(days), reminders, quiet);

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
