using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Discovery;
using RoadmapBot.LanguageModel;
using RoadmapBot.PainPoints;
using RoadmapBot.Planning;

namespace RoadmapBot.Hosting;

/// <summary>Everything under <c>prompts/</c>, read and checked once before the first turn.</summary>
internal sealed record Content(Questions Questions, PainKinds PainKinds, InitiativeLibrary Library, PromptBook Prompts)
{
    /// <param name="folder">The folder <c>prompts</c>.</param>
    /// <exception cref="YamlFaultsException">Something is wrong in the files; lists the faults of all of them together.</exception>
    public static Content Load(string folder)
    {
        var (guides, catalogue) = (Path.Combine(folder, "guides"), Path.Combine(folder, "catalogue"));
        var faults = new List<YamlFault>();
        var questions = Try(() => GuideLibrary.Load(guides), faults);
        var cues = Try(() => SlotCues.Load(guides), faults);
        var kinds = Try(() => PainKinds.Load(catalogue), faults);
        var library = Try(() => InitiativeLibrary.Load(catalogue, GapCatalogue.Load(catalogue)), faults);
        var prompts = Try(() => PromptFiles.Load(Path.Combine(folder, "model")), faults);
        return faults.Count == 0 ? new Content(new Questions(questions!, new Slots(cues!)), kinds!, library!, prompts!) : throw new YamlFaultsException(faults);
    }

    /// <returns>Null where faults were added.</returns>
    private static T? Try<T>(Func<T> load, List<YamlFault> faults) where T : class
    {
        try
        {
            return load();
        }
        catch (YamlFaultsException fault)
        {
            faults.AddRange(fault.Faults);
            return null;
        }
    }
}

internal static class ContentServices
{
    /// <exception cref="YamlFaultsException">A file cannot be used; the message says where and how to mend it.</exception>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        var content = Content.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
        return services.AddSingleton(content.Questions).AddSingleton(content.PainKinds).AddSingleton(content.Library).AddSingleton(content.Prompts);
    }
}
