using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>When owners are asked how their initiatives get on, and who they are.</summary>
internal static class AskRules
{
    public const int Fortnight = 14;

    private static readonly TimeOnly Hour = new(9, 0);

    /// <summary>At nine on the first Monday that is not before the day.</summary>
    public static DateTimeOffset Due(DateOnly notBefore, TimeZoneInfo zone) =>
        LocalTime.At(notBefore.AddDays((DayOfWeek.Monday - notBefore.DayOfWeek + 7) % 7), Hour, zone);

    /// <summary>Whose initiatives are under way or due: the member whom the plan names, else the owners of the engagement; each with all of theirs.</summary>
    /// <param name="quiet">Those who do not want to be asked.</param>
    public static IReadOnlyList<(Member Member, IReadOnlyList<Track> Tracks)> Whom(IReadOnlyList<Track> tracks, IReadOnlyList<Member> members, IReadOnlyList<PersonId> quiet) =>
    [
        .. from track in tracks
           where track.IsInHand
           from member in Track.OwnerOf(track.Initiative, members) is { } owner ? [owner] : members.Where(member => member.IsOwner)
           where !quiet.Contains(member.Person)
           group track by member into theirs
           select (theirs.Key, (IReadOnlyList<Track>)[.. theirs]),
    ];
}
