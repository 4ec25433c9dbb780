using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign;

/// <summary>A member before the campaign's eyes.</summary>
/// <param name="IsFinished">Has answered everything, or wants no reminders.</param>
/// <param name="Zone">The person's own clock.</param>
internal sealed record Invitee(Member Member, TimeZoneInfo Zone, bool IsFinished, bool IsQuiet, Reach Reach);

/// <summary>What a campaign does about one person at one moment.</summary>
internal abstract record CampaignStep
{
    /// <summary>Never anything more.</summary>
    internal sealed record Nothing : CampaignStep;

    internal sealed record Wait(DateTimeOffset Until) : CampaignStep;

    internal sealed record Invite(Invitation Then) : CampaignStep;

    internal sealed record Remind(Invitation Then) : CampaignStep;
}

/// <summary>
/// When somebody is invited and reminded. Each occurrence is one day by the person's own clock, at nine or as soon as it is not quiet; what was missed
/// is not made up for: of two reminders that are due at once only the later is sent.
/// </summary>
internal static class CampaignRules
{
    public const int MostReminders = 2;

    /// <summary>Days from the start to the deadline, at least.</summary>
    public const int ShortestDays = 3;

    private static readonly TimeOnly Hour = new(9, 0);

    /// <summary>Nobody hears from a campaign twice within this time.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromHours(20);

    public static bool IsQuiet(QuietHours quiet, TimeOnly time) =>
        quiet.From <= quiet.To ? time >= quiet.From && time < quiet.To : time >= quiet.From || time < quiet.To;

    /// <summary>The moment itself, or the first minute after it that is not quiet by that clock. It walks, so that it is right where the clocks change.</summary>
    public static DateTimeOffset FirstLoud(DateTimeOffset moment, QuietHours quiet, TimeZoneInfo zone)
    {
        var at = moment;
        while (IsQuiet(quiet, Clock(at, zone)))
            at = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);
        return at;
    }

    /// <summary>The last minute before it gets quiet, or half a day on.</summary>
    public static DateTimeOffset LastLoud(DateTimeOffset moment, QuietHours quiet, TimeZoneInfo zone)
    {
        var at = moment;
        while (at - moment < TimeSpan.FromHours(12) && !IsQuiet(quiet, Clock(at.AddMinutes(1), zone)))
            at = at.AddMinutes(1);
        return at;
    }

    /// <summary>The day of an occurrence: 0 the invitation, 1 and 2 the reminders, spread evenly up to the deadline.</summary>
    public static DateOnly Day(CampaignPlan plan, int occurrence) =>
        plan.Start.AddDays((plan.Deadline.DayNumber - plan.Start.DayNumber) * occurrence / (plan.Reminders + 1));

    public static DateTimeOffset Due(CampaignPlan plan, int occurrence, TimeZoneInfo zone) => FirstLoud(LocalTime.At(Day(plan, occurrence), Hour, zone), plan.Quiet, zone);

    /// <summary>The first moment after the last day.</summary>
    public static DateTimeOffset End(CampaignPlan plan, TimeZoneInfo zone) => LocalTime.At(plan.Deadline.AddDays(1), TimeOnly.MinValue, zone);

    public static CampaignStep Of(CampaignRun run, Invitee who, DateTimeOffset now)
    {
        var (plan, person) = (run.Plan, who.Member.Person);
        if (run.Stage is not CampaignStage.Running || !plan.IsFor(who.Member) || who.IsFinished || who.Reach is Reach.Closed || now >= End(plan, who.Zone))
            return new CampaignStep.Nothing();

        if (run.InvitationOf(person) is not { } invitation)
        {
            var due = Due(plan, 0, who.Zone);
            return due > now ? new CampaignStep.Wait(due) : When(new CampaignStep.Invite(new Invitation(person, 1, 0, now)));
        }

        if (who.IsQuiet)
            return new CampaignStep.Nothing();
        var open = Enumerable.Range(invitation.Done, Math.Max(0, plan.Reminders + 1 - invitation.Done)).Select(occurrence => (Occurrence: occurrence, Due: Due(plan, occurrence, who.Zone)))
            .Where(one => one.Due - invitation.Last >= Apart).ToArray();
        var missed = open.Where(one => one.Due <= now).ToArray();
        if (missed.Length > 0)
            return When(new CampaignStep.Remind(new Invitation(person, missed[^1].Occurrence + 1, invitation.Reminders + 1, now)));
        return open.Length > 0 ? new CampaignStep.Wait(open[0].Due) : new CampaignStep.Nothing();

        CampaignStep When(CampaignStep step) => FirstLoud(now, plan.Quiet, who.Zone) is var loud && loud > now ? new CampaignStep.Wait(loud) : step;
    }

    private static TimeOnly Clock(DateTimeOffset moment, TimeZoneInfo zone) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
