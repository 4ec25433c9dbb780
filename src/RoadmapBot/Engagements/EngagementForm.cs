using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>What a person filled in; texts as typed, so that a form with a fault comes back as it was.</summary>
internal sealed record EngagementFormView(string Form, CardData Filled, DateOnly ProposedStart, IReadOnlyList<string> Faults);

/// <summary>A form without faults.</summary>
internal sealed record NewEngagement(
    string Form, Organisation Organisation, IReadOnlyList<string> Objectives, string Currency, DateOnly Start, bool IsOpen, Role CreatorRole, string? CreatorDepartment);

/// <summary>The form that begins an engagement.</summary>
internal static class EngagementForm
{
    public const string Verb = "engagement/create";
    private const int MostObjectives = 10;
    private const int LongestLine = 200;

    private const string Form = "form";
    private const string Name = "name";
    private const string Sector = "sector";
    private const string Headcount = "headcount";
    private const string ItStaff = "itStaff";
    private const string Sites = "sites";
    private const string Objectives = "objectives";
    private const string Currency = "currency";
    private const string Start = "start";
    private const string Open = "open";
    private const string MyRole = "myRole";
    private const string MyDepartment = "myDepartment";

    private static readonly string[] Currencies =
        ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "JPY", "INR", "SGD", "ZAR", "BRL", "MXN"];

    public static AdaptiveCard Render(EngagementFormView view) => new(EngagementsTexts.FormTitle,
    [
        new TextBlock(EngagementsTexts.FormTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(EngagementsTexts.FormIntro),
        .. view.Faults.Select(fault => new TextBlock(fault) { Color = "attention", Weight = "bolder" }),
        new TextInput(EngagementsTexts.FormName)
        {
            Id = Name, Value = view.Filled.Text(Name), MaxLength = 100, IsRequired = true, ErrorMessage = EngagementsTexts.FormNameMissing,
        },
        new TextInput(EngagementsTexts.FormObjectives)
        {
            Id = Objectives, Value = view.Filled.Text(Objectives), IsMultiline = true, Placeholder = EngagementsTexts.FormObjectivesHint, MaxLength = 2000,
        },
        new TextInput(EngagementsTexts.FormSector) { Id = Sector, Value = view.Filled.Text(Sector), MaxLength = 80, Placeholder = EngagementsTexts.FormSectorHint },
        new NumberInput(EngagementsTexts.FormHeadcount) { Id = Headcount, Value = view.Filled.Number(Headcount), Min = 1, Max = 10_000_000 },
        new NumberInput(EngagementsTexts.FormItStaff) { Id = ItStaff, Value = view.Filled.Number(ItStaff), Min = 0, Max = 100_000 },
        new NumberInput(EngagementsTexts.FormSites) { Id = Sites, Value = view.Filled.Number(Sites), Min = 1, Max = 100_000 },
        new ChoiceInput(EngagementsTexts.FormCurrency, [.. Currencies.Select(code => new Choice(code, code))])
        {
            Id = Currency, Style = "compact", Value = view.Filled.Text(Currency) ?? Currencies[0],
        },
        new DateInput(EngagementsTexts.FormStart)
        {
            Id = Start, Value = view.Filled.Text(Start) ?? view.ProposedStart.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        new ChoiceInput(EngagementsTexts.FormOpen, [new Choice(EngagementsTexts.FormOpenYes, "yes"), new Choice(EngagementsTexts.FormOpenNo, "no")])
        {
            Id = Open, Style = "expanded", Value = view.Filled.Text(Open) ?? "yes",
        },
        RoleInput(EngagementsTexts.FormMyRole, MyRole, view.Filled.Text(MyRole) ?? nameof(Role.It), [Role.It, Role.Msp, Role.DepartmentHead, Role.EndUser]),
        new TextInput(EngagementsTexts.Department) { Id = MyDepartment, Value = view.Filled.Text(MyDepartment), MaxLength = 80 },
    ],
    [
        new ExecuteAction(EngagementsTexts.FormCreate, Verb, new Dictionary<string, string> { [Form] = view.Form }) { Style = "positive" },
    ]);

    /// <returns>The engagement, or every fault that the form has.</returns>
    public static (NewEngagement? Filled, IReadOnlyList<string> Faults) Read(CardData data, DateOnly proposedStart, DateOnly today)
    {
        var faults = new List<string>();
        var name = data.Text(Name);
        var objectives = (data.Text(Objectives) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var currency = data.Text(Currency) ?? Currencies[0];
        var start = data.Text(Start) is null ? proposedStart : data.Date(Start);
        Check(name is null or { Length: > 100 }, EngagementsTexts.FormNameMissing);
        Check(objectives.Length > MostObjectives, EngagementsTexts.FormTooManyObjectives.With(MostObjectives));
        Check(objectives.Any(line => line.Length > LongestLine), EngagementsTexts.FormObjectiveTooLong.With(LongestLine));
        Check(IsNoNumber(Headcount, 1), EngagementsTexts.FormNoNumber.With(EngagementsTexts.FormHeadcount));
        Check(IsNoNumber(ItStaff, 0), EngagementsTexts.FormNoNumber.With(EngagementsTexts.FormItStaff));
        Check(IsNoNumber(Sites, 1), EngagementsTexts.FormNoNumber.With(EngagementsTexts.FormSites));
        Check(!Currencies.Contains(currency), EngagementsTexts.FormNoCurrency);
        Check(start is not { } day || day < today.AddYears(-1) || day > today.AddYears(2), EngagementsTexts.FormNoStart);
        if (!data.TryChoice<Role>(MyRole, out var role))
            role = Role.It;
        Check(role is Role.Executive, EngagementsTexts.NotYourselfExecutive);
        if (faults.Count > 0)
            return (null, faults);
        var organisation = new Organisation(name!, Short(data.Text(Sector)), data.Number(Headcount), data.Number(ItStaff), data.Number(Sites));
        return (
            new NewEngagement(
                data.Text(Form) ?? "", organisation, objectives, currency, FirstOfMonth(start!.Value), data.Text(Open) is not "no", role.Value, Short(data.Text(MyDepartment))),
            faults);

        void Check(bool isWrong, string fault)
        {
            if (isWrong)
                faults.Add(fault);
        }

        bool IsNoNumber(string key, int least) => data.Text(key) is not null && (data.Number(key) is not { } number || number < least);
    }

    internal static ChoiceInput RoleInput(string label, string id, string? value, IReadOnlyList<Role> roles) =>
        new(label, [.. roles.Select(role => new Choice(RoleNames.Of(role), role.ToString()))]) { Id = id, Style = "compact", Value = value };

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static string? Short(string? text) => text is { Length: > 80 } ? text[..80] : text;
}
