using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign.Passing;

/// <param name="Pass">The pass that is passed on again; null where a question begins its way.</param>
/// <param name="Ask">The number of the open ask of the person's own interview; 0 where it is not from there.</param>
internal sealed record PassFormView(Membership Seat, string Question, string Asked, string? Pass, int Ask, IReadOnlyList<Member> Colleagues, DateOnly Deadline, string? Chosen, string? Fault);

/// <summary>Whom to ask, by when, and what to say beside it.</summary>
internal static class PassForm
{
    public const string SendVerb = "pass/send";

    private const int MostOffered = 100;
    private const int LongestContext = 300;
    private const string Question = "question";
    private const string Pass = "pass";
    private const string Ask = "ask";
    private const string To = "person";
    private const string Context = "context";
    private const string Deadline = "deadline";

    public static AdaptiveCard Render(PassFormView view) => new(PassTexts.FormTitle,
    [
        new TextBlock(PassTexts.FormTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        .. view.Fault is { } fault ? new CardElement[] { new TextBlock(fault) { Color = "attention", Weight = "bolder" } } : [],
        new TextBlock(Markdown.Escape(view.Asked)),
        new ChoiceInput(PassTexts.FormWho, [.. view.Colleagues.Take(MostOffered).Select(member => new Choice($"{member.Name} ({RoleNames.Of(member)})", member.Person.Value))])
        {
            Id = To, Style = view.Colleagues.Count > 8 ? "filtered" : "compact", Value = view.Chosen, IsRequired = true, ErrorMessage = PassTexts.FormWho,
        },
        new TextInput(PassTexts.FormContext) { Id = Context, IsMultiline = true, MaxLength = LongestContext, Placeholder = PassTexts.FormContextHint },
        new DateInput(PassTexts.FormDeadline)
        {
            Id = Deadline, Value = view.Deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), IsRequired = true, ErrorMessage = PassTexts.FormDeadlineWrong.With(PassRules.LongestDays),
        },
        new TextBlock(PassTexts.FormConsent) { IsSubtle = true },
    ],
    [
        new ExecuteAction(PassTexts.FormSend, SendVerb, Data(view)) { Style = "positive" },
        SubmitAction.Saying(PassTexts.FormBack, "continue"),
    ]);

    /// <summary>Where nobody is left to ask.</summary>
    public static AdaptiveCard Nobody(string why) => new(PassTexts.FormTitle,
    [
        new TextBlock(PassTexts.FormTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(why),
    ],
    [SubmitAction.Saying(PassTexts.FormBack, "continue")]);

    /// <returns>The pass that goes on (null for a new one), the question, the ask it comes from, to whom, what is said beside it, by when.</returns>
    public static (string? Pass, QuestionId Question, int Ask, PersonId? To, string? Context, DateOnly? Deadline) Read(CardData data) => (
        data.Text(Pass), new QuestionId(data.Text(Question) ?? ""), data.Number(Ask) ?? 0, data.Text(To) is { } to ? new PersonId(to) : null,
        data.Text(Context) is { Length: > LongestContext } lengthy ? lengthy.Cut(LongestContext) : data.Text(Context), data.Date(Deadline));

    private static Dictionary<string, string> Data(PassFormView view)
    {
        var data = new Dictionary<string, string>
        {
            [CardKeys.Engagement] = view.Seat.Engagement.Id.Value,
            [Question] = view.Question,
            [Ask] = view.Ask.ToString(CultureInfo.InvariantCulture),
        };
        if (view.Pass is { } pass)
            data[Pass] = pass;
        return data;
    }
}
