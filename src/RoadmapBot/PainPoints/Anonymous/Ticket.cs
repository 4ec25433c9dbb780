using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>
/// What the reporter's own cards carry instead of a point's id: the point and the person, sealed. Nobody else can press such a card, and the bot's own rows
/// that hold a card for a moment do not tell whose point it is.
/// </summary>
internal static class Ticket
{
    public const string Key = "ticket";

    public static string For(EngagementId engagement, PainPointId point, PersonId reporter, Seal seal, string? followUp = null) =>
        seal.Close(engagement.Value, point.Value, reporter.Value, followUp ?? "");

    /// <returns>Null where the ticket is forged, or another person's, or of another engagement.</returns>
    public static (PainPointId Point, string FollowUp)? Read(CardData data, EngagementId engagement, PersonId presser, Seal seal) =>
        seal.Open(data.Text(Key)) is [var of, var point, var reporter, var followUp] && of == engagement.Value && reporter == presser.Value
            ? (new PainPointId(point), followUp)
            : null;
}
