using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign;

/// <summary>An owner plans a campaign: who, when, how often, at which hours not.</summary>
internal static class CampaignForm
{
    public const string Verb = "campaign/form";
    public const string PreviewVerb = "campaign/preview";
    public const string StartVerb = "campaign/start";

    private const int MostDepartments = 100;
    private const int LongestDays = 120;
    private const string Roles = "roles";
    private const string Departments = "departments";
    private const string Start = "start";
    private const string Deadline = "deadline";
    private const string Reminders = "reminders";
    private const string From = "quietFrom";
    private const string To = "quietTo";

    public static AdaptiveCard Render(CampaignView view, CardData filled, IReadOnlyList<string> faults)
    {
        var today = view.Engagement.Today(view.Now);
        var departments = view.People.Select(person => person.Member.Department).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCultureIgnoreCase).Take(MostDepartments).ToArray();
        return new AdaptiveCard(CampaignTexts.FormTitle,
        [
            new TextBlock(CampaignTexts.FormTitle) { Style = "heading", Size = "large", Weight = "bolder" },
            .. faults.Select(fault => new TextBlock(fault) { Color = "attention", Weight = "bolder" }),
            new ChoiceInput(CampaignTexts.FormRoles, [.. Enum.GetValues<Role>().Select(role => new Choice(CampaignTexts.RoleCount.With(RoleNames.Many(role).Capital(), view.People.Count(person => person.Member.Role == role)), role.ToString()))])
            {
                Id = Roles, Style = "expanded", IsMultiSelect = true, Value = filled.Text(Roles) ?? string.Join(',', Enum.GetValues<Role>()), IsRequired = true, ErrorMessage = CampaignTexts.NoRole,
            },
            .. departments.Length == 0
                ? Array.Empty<CardElement>()
                :
                [
                    new ChoiceInput(CampaignTexts.FormDepartments, [.. departments.Select(name => new Choice(name, Uri.EscapeDataString(name)))])
                    {
                        Id = Departments, Style = departments.Length > 8 ? "filtered" : "expanded", IsMultiSelect = true, Value = filled.Text(Departments), Placeholder = CampaignTexts.FormEverywhere,
                    },
                ],
            Date(CampaignTexts.FormStart, Start, today),
            Date(CampaignTexts.FormDeadline, Deadline, today.AddDays(14)),
            new ChoiceInput(CampaignTexts.FormReminders, [.. Enumerable.Range(0, CampaignRules.MostReminders + 1).Select(count => new Choice($"{count}", $"{count}"))])
            {
                Id = Reminders, Style = "compact", Value = filled.Text(Reminders) ?? $"{CampaignRules.MostReminders}",
            },
            Hour(CampaignTexts.FormQuietFrom, From, QuietHours.Default.From),
            Hour(CampaignTexts.FormQuietTo, To, QuietHours.Default.To),
            new TextBlock(CampaignTexts.FormClock.With(view.Engagement.TimeZone)) { IsSubtle = true },
        ],
        [
            view.Go(CampaignTexts.Preview, PreviewVerb) with { Style = "positive" },
            view.Go(EngagementsTexts.Back, CampaignCard.Verb) with { AssociatedInputs = "none" },
        ]);

        DateInput Date(string label, string id, DateOnly proposed) => new(label)
        {
            Id = id,
            Value = filled.Text(id) ?? proposed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IsRequired = true,
            ErrorMessage = CampaignTexts.NoDay,
        };

        ChoiceInput Hour(string label, string id, TimeOnly proposed) => new(label, [.. Enumerable.Range(0, 24).Select(hour => new Choice(CampaignView.Clock(new TimeOnly(hour, 0)), $"{hour}"))])
        {
            Id = id,
            Style = "compact",
            Value = filled.Text(id) ?? $"{proposed.Hour}",
        };
    }

    /// <returns>The plan, or every fault of the form.</returns>
    public static (CampaignPlan? Plan, IReadOnlyList<string> Faults) Read(CardData data, DateOnly today)
    {
        var faults = new List<string>();
        var chosen = (data.Text(Roles) ?? "").Split(',', StringSplitOptions.TrimEntries);
        var roles = Enum.GetValues<Role>().Where(role => chosen.Contains(role.ToString())).ToArray();
        string[] departments = [.. (data.Text(Departments) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)]; // a name may hold a comma
        var (start, deadline, reminders) = (data.Date(Start), data.Date(Deadline), data.Number(Reminders));
        var (from, to) = (data.Number(From), data.Number(To));
        Check(roles.Length == 0, CampaignTexts.NoRole);
        Check(start is not { } first || first < today || first > today.AddDays(LongestDays), CampaignTexts.StartWrong.With(LongestDays));
        Check(start is { } begins && (deadline is not { } last || last < begins.AddDays(CampaignRules.ShortestDays) || last > begins.AddDays(LongestDays)), CampaignTexts.DeadlineWrong.With(CampaignRules.ShortestDays, LongestDays));
        Check(reminders is not (>= 0 and <= CampaignRules.MostReminders), CampaignTexts.RemindersWrong.With(CampaignRules.MostReminders));
        Check(from is not (>= 0 and < 24) || to is not (>= 0 and < 24), CampaignTexts.QuietWrong);
        return faults.Count > 0
            ? (null, faults)
            : (new CampaignPlan(roles, departments, start!.Value, deadline!.Value, reminders!.Value, new QuietHours(new TimeOnly(from!.Value, 0), new TimeOnly(to!.Value, 0))), faults);

        void Check(bool isWrong, string fault)
        {
            if (isWrong)
                faults.Add(fault);
        }
    }

    /// <summary>The plan as hidden data, so that what is started is what was looked at.</summary>
    public static (string Key, string Value)[] Data(CampaignPlan plan) =>
    [
        (Roles, string.Join(',', plan.Roles)), (Departments, string.Join(',', plan.Departments.Select(Uri.EscapeDataString))),
        (Start, plan.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (Deadline, plan.Deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (Reminders, plan.Reminders.ToString(CultureInfo.InvariantCulture)), (From, plan.Quiet.From.Hour.ToString(CultureInfo.InvariantCulture)), (To, plan.Quiet.To.Hour.ToString(CultureInfo.InvariantCulture)),
    ];
}
