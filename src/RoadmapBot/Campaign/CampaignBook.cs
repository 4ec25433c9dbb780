using System.Text.Json.Serialization;
using RoadmapBot.Campaign.Passing;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign;

/// <summary>How people of an engagement are brought to answer: the campaign, questions that were passed on, how large departments are.</summary>
/// <param name="Run">The latest campaign; null where none was started yet.</param>
/// <param name="Passes">Questions that one person passed on to another, oldest first.</param>
/// <param name="Wishes">Of people who have said when, or that they do not want, to be reminded.</param>
/// <param name="Sizes">How many people use IT in a department, as an owner gave it.</param>
internal sealed record CampaignBook(
    EngagementId Engagement, CampaignRun? Run, IReadOnlyList<Pass> Passes, IReadOnlyList<Wish> Wishes, IReadOnlyList<DepartmentSize> Sizes)
{
    public static CampaignBook Empty(EngagementId engagement) => new(engagement, null, [], [], []);

    public Wish WishOf(PersonId person) => Wishes.FirstOrDefault(wish => wish.Person == person) ?? new Wish(person, null, IsQuiet: false);

    public CampaignBook With(Wish wish) => this with { Wishes = [.. Wishes.Where(one => one.Person != wish.Person), wish] };

    /// <summary>In place of the one of the same id, else at the end.</summary>
    public CampaignBook With(Pass pass) => this with
    {
        Passes = Passes.Any(one => one.Id == pass.Id) ? [.. Passes.Select(one => one.Id == pass.Id ? pass : one)] : [.. Passes, pass],
    };

    /// <summary>Nothing of the person any more: what was passed on to or by the person goes whole.</summary>
    public CampaignBook Without(PersonId person) => this with
    {
        Run = Run is null ? null : Run with
        {
            Invitations = [.. Run.Invitations.Where(one => one.Person != person)],
            By = Run.By == person ? new PersonId("") : Run.By,
            ByName = Run.By == person ? "" : Run.ByName,
        },
        Passes = [.. Passes.Where(pass => !pass.Chain.Contains(person))],
        Wishes = [.. Wishes.Where(wish => wish.Person != person)],
    };
}

/// <param name="Zone">As <see cref="TimeZoneInfo"/> names it; null for the engagement's.</param>
/// <param name="IsQuiet">Does not want to be reminded.</param>
internal sealed record Wish(PersonId Person, string? Zone, bool IsQuiet);

/// <param name="People">More than zero.</param>
internal sealed record DepartmentSize(string Department, int People);

[JsonConverter(typeof(JsonStringEnumConverter<CampaignStage>))]
internal enum CampaignStage
{
    Running,
    Paused,

    /// <summary>An owner ended it before its time.</summary>
    Stopped,

    /// <summary>Its deadline has passed.</summary>
    Ended,
}

/// <summary>When nobody is written to, by each person's own clock; none where both are the same.</summary>
/// <param name="To">The first minute that is not quiet any more; before <paramref name="From"/> where the night lies between.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    public static QuietHours Default { get; } = new(new TimeOnly(18, 0), new TimeOnly(8, 0));
}

/// <param name="Roles">Whom it is for; one at least.</param>
/// <param name="Departments">Empty for all of them.</param>
/// <param name="Start">The day of the invitations.</param>
/// <param name="Deadline">The last day; at least three days after the start.</param>
/// <param name="Reminders">0 to <see cref="CampaignRules.MostReminders"/>.</param>
internal sealed record CampaignPlan(IReadOnlyList<Role> Roles, IReadOnlyList<string> Departments, DateOnly Start, DateOnly Deadline, int Reminders, QuietHours Quiet)
{
    public bool IsFor(Member member) => Roles.Contains(member.Role)
        && (Departments.Count == 0 || Departments.Contains(member.Department ?? "", StringComparer.OrdinalIgnoreCase));
}

/// <summary>A campaign that was started.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="By">The owner who invites.</param>
/// <param name="Next">When it is looked at next; null while it does not run.</param>
internal sealed record CampaignRun(
    int Number, CampaignPlan Plan, CampaignStage Stage, IReadOnlyList<Invitation> Invitations, PersonId By, string ByName, DateTimeOffset At, DateTimeOffset? Next)
{
    public Invitation? InvitationOf(PersonId person) => Invitations.FirstOrDefault(one => one.Person == person);
}

/// <param name="Done">Occurrences that are over for this person: 1 after the invitation, one more for each reminder that was sent or passed by.</param>
/// <param name="Reminders">How many were sent.</param>
/// <param name="Last">When the person was written to last.</param>
internal sealed record Invitation(PersonId Person, int Done, int Reminders, DateTimeOffset Last);

/// <summary>Campaigns, one book for each engagement.</summary>
internal interface ICampaignStore
{
    /// <returns>An empty one where there is none.</returns>
    Task<CampaignBook> Of(EngagementId engagement, CancellationToken cancel);

    /// <summary>Adds it, or puts it in place of what this unit of work has read.</summary>
    void Save(CampaignBook book);
}

/// <summary>Whether the bot can write to somebody.</summary>
internal enum Reach
{
    Open,

    /// <summary>The person has removed or blocked the bot.</summary>
    Closed,

    /// <summary>The bot has no chat with the person; it can open one only where its app is installed for the person.</summary>
    NoChat,
}

internal interface IReach
{
    /// <summary>Where people open a chat with the bot, or install it; null where the bot has no address in Teams.</summary>
    string? Link { get; }

    Task<IReadOnlyDictionary<PersonId, Reach>> Of(TenantId tenant, IReadOnlyCollection<PersonId> people, CancellationToken cancel);
}
