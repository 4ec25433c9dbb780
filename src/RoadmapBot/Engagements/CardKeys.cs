namespace RoadmapBot.Engagements;

/// <summary>Names of hidden data that cards of every feature share.</summary>
internal static class CardKeys
{
    /// <summary>The engagement that the card is about; the router looks the seat up by it.</summary>
    public const string Engagement = "engagement";
}
