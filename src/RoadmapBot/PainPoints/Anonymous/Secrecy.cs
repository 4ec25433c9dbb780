namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>The anonymous points and what opens and closes them.</summary>
internal sealed record Secrecy(IAnonymousStore Store, Seal Seal);
