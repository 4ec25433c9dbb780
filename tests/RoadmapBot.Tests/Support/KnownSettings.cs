using RoadmapBot.Hosting;
using RoadmapBot.LanguageModel;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Privacy;
using RoadmapBot.Storage;
using RoadmapBot.Teams;
using RoadmapBot.Web;

namespace RoadmapBot.Tests.Support;

/// <summary>The settings that the program reads.</summary>
internal static class KnownSettings
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Of<TeamsOptions>(TeamsOptions.Section), .. Of<StorageOptions>(StorageOptions.Section), .. Of<PrivacyOptions>(PrivacyOptions.Section), .. Of<LocalOptions>(LocalOptions.Section),
        .. Of<AnonymityOptions>(AnonymityOptions.Section), .. Of<ModelOptions>(ModelOptions.Section),
        TelemetryExport.Endpoint, TelemetryExport.Protocol,
    ];

    private static IEnumerable<string> Of<TOptions>(string section) =>
        typeof(TOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"{section}:{property.Name}");
}
