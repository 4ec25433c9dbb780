using RoadmapBot.Discovery;

namespace RoadmapBot.Tests.Discovery;

/// <summary>The shipped files, as the published process finds them.</summary>
internal static class Prompts
{
    public static string Guides { get; } = Path.Combine(AppContext.BaseDirectory, "prompts", "guides");

    public static GuideLibrary Library { get; } = GuideLibrary.Load(Guides);

    public static Slots Slots { get; } = new(SlotCues.Load(Guides));
}
