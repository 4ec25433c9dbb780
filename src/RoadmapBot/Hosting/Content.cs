using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Discovery;
using RoadmapBot.PainPoints;
using RoadmapBot.Planning;

namespace RoadmapBot.Hosting;

/// <summary>Everything under <c>prompts/</c>, read and checked once before the first turn.</summary>
internal static class Content
{
    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "prompts", name);

    /// <exception cref="YamlFaultsException">A file cannot be used; the message says where and how to mend it.</exception>
    public static IServiceCollection AddContent(this IServiceCollection services) => services
        .AddSingleton(new Questions(GuideLibrary.Load(Folder("guides")), new Slots(SlotCues.Load(Folder("guides")))))
        .AddSingleton(PainKinds.Load(Folder("catalogue")))
        .AddSingleton(InitiativeLibrary.Load(Folder("catalogue"), GapCatalogue.Load(Folder("catalogue"))));
}
