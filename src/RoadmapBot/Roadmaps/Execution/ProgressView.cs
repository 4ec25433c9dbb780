using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>The version in force and how it is carried out, before somebody's eyes: what every card of execution is made from.</summary>
/// <param name="Of">The approved version, else the latest.</param>
internal sealed record ProgressView(RoadmapView Of, Progress Progress, DateOnly Today)
{
    private Member Reader => Of.Reader.Seat.Member;

    /// <summary>All of the plan, or for who may not see it those that the person owns.</summary>
    public IReadOnlyList<Track> Tracks { get; } =
    [
        .. Of.Plan.Initiatives.Where(one => Rights.MaySeePlan(Of.Reader.Seat.Member) || Track.OwnerOf(one, Of.Members)?.Person == Of.Reader.Seat.Member.Person)
            .Select(one => Track.Of(one, Progress, Today)),
    ];

    public Track? Find(CardData data) => Tracks.FirstOrDefault(track => track.Initiative.Id == data.Text(RoadmapView.Keys.Initiative));

    public bool MayUpdate(Initiative initiative) => Rights.MayTellProgress(Reader, Track.OwnerOf(initiative, Of.Members));

    /// <summary>A button that shows another card of execution in place of the one it is on.</summary>
    public ExecuteAction Go(string title, string verb, Initiative initiative) => Of.Go(title, verb, (RoadmapView.Keys.Initiative, initiative.Id));

    public static string NameOf(ProgressState state) => state switch
    {
        ProgressState.Planned => ExecutionTexts.Planned,
        ProgressState.UnderWay => ExecutionTexts.UnderWay,
        ProgressState.Done => ExecutionTexts.Done,
        ProgressState.Stopped => ExecutionTexts.Stopped,
        ProgressState.Blocked => ExecutionTexts.Blocked,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What a delay is called: days, and months where there are many.</summary>
    public static string Late(int days) => days < 60 ? days.Of(ExecutionTexts.DayOne, ExecutionTexts.DayMany) : ExecutionTexts.MonthMany.With((int)Math.Round(days / 30.4));
}
