using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <param name="Chosen">The person the form is about, or null where the owner still picks one.</param>
internal sealed record MemberFormView(Engagement Engagement, IReadOnlyList<Person> Known, Person? Chosen, Role Role, string? Department, string? Note);

/// <summary>The owner adds a person, or changes what somebody is.</summary>
internal static class MemberForm
{
    public const string Verb = "member/edit";
    public const string SetVerb = "member/set";

    /// <summary>The search that the person input asks while the owner types.</summary>
    public const string PeopleDataset = "people";

    private const string Who = "person";
    private const string As = "role";
    private const string In = "department";
    private const string Owner = "owner";

    public static AdaptiveCard Render(MemberFormView view) => new(EngagementsTexts.MemberTitle,
    [
        new TextBlock(EngagementsTexts.MemberTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        .. view.Note is { } note ? new[] { new TextBlock(Markdown.Escape(note)) } : [],
        .. view.Chosen is { } chosen
            ? new CardElement[] { RichTextBlock.Of(chosen.Name) }
            :
            [
                new TextBlock(EngagementsTexts.MemberWhoHint) { IsSubtle = true },
                new ChoiceInput(EngagementsTexts.MemberWho, [.. view.Known.Select(person => new Choice(person.Name, person.Id.Value))])
                {
                    Id = Who, Style = "filtered", ChoicesFrom = new DataQuery(PeopleDataset), IsRequired = true, ErrorMessage = EngagementsTexts.MemberWho,
                },
            ],
        EngagementForm.RoleInput(EngagementsTexts.MemberAs, As, view.Role.ToString(), Enum.GetValues<Role>()),
        new TextInput(EngagementsTexts.Department) { Id = In, Value = view.Department, MaxLength = 80 },
        new ChoiceInput(EngagementsTexts.MemberOwner, [new Choice(EngagementsTexts.No, "no"), new Choice(EngagementsTexts.MemberOwnerYes, "yes")])
        {
            Id = Owner, Style = "compact", Value = "no",
        },
    ],
    [
        new ExecuteAction(EngagementsTexts.Save, SetVerb, Data(view)) { Style = "positive" },
        new ExecuteAction(EngagementsTexts.Back, MembersCard.Verb, new Dictionary<string, string> { [CardKeys.Engagement] = view.Engagement.Id.Value })
        {
            AssociatedInputs = "none",
        },
    ]);

    public static (PersonId? Person, Role? Role, string? Department, bool IsOwner) Read(CardData data) => (
        data.Text(Who) is { } person ? new PersonId(person) : null,
        data.TryChoice<Role>(As, out var role) ? role : null,
        data.Text(In) is { Length: > 80 } lengthy ? lengthy[..80] : data.Text(In),
        data.Text(Owner) is "yes");

    private static Dictionary<string, string> Data(MemberFormView view)
    {
        var data = new Dictionary<string, string> { [CardKeys.Engagement] = view.Engagement.Id.Value };
        if (view.Chosen is { } chosen)
            data[Who] = chosen.Id.Value;
        return data;
    }
}
