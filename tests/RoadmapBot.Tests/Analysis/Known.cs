using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;
using RoadmapBot.Hosting;
using RoadmapBot.Planning;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Analysis;

/// <summary>What the tests of the analysis share: the real catalogue, and short ways to say things.</summary>
internal static class Known
{
    public static string CatalogueFolder { get; } = Path.Combine(AppContext.BaseDirectory, "prompts", "catalogue");

    public static GapCatalogue Catalogue { get; } = GapCatalogue.Load(CatalogueFolder);

    public static InitiativeLibrary Library { get; } = InitiativeLibrary.Load(CatalogueFolder, Catalogue);

    public static string[] CaseFiles { get; } = [.. Directory.EnumerateFiles(Path.Combine(Repository.File("tests", "RoadmapBot.Tests"), "Cases"), "*.json").Order(StringComparer.Ordinal)];

    public static Testimony Case(string name) => DraftInput.Read(File.ReadAllText(CaseFiles.Single(file => Path.GetFileNameWithoutExtension(file) == name)));

    public static string SourceFile(params string[] parts) => Path.Combine([Repository.File("tests", "RoadmapBot.Tests"), .. parts]);

    public static Reading Read(string text) => Catalogue.Lexicon.Reader.Read(text);

    public static Testimony Say(params (Role Role, string Topic, string Text)[] answers) => new(
        new Organisation("Test", null, null, null, null), [],
        [.. answers.Select((answer, i) => new Voice($"v{i}", answer.Role, $"Voice {i}", null, [new Statement("s0", answer.Topic, answer.Text)], []))], []);

    /// <param name="role">As case files have it.</param>
    public static Role RoleOf(string role) =>
        role switch { "executive" => Role.Executive, "department_head" => Role.DepartmentHead, "end_user" => Role.EndUser, "it" => Role.It, _ => Role.Msp };

    public static string[] GapIds(string topic, string text, Role role = Role.It) =>
        [.. Analyst.Analyse(Say((role, topic, text)), Catalogue).Gaps.Select(gap => gap.Id)];
}
