using RoadmapBot.Discovery;
using RoadmapBot.Hosting;

namespace RoadmapBot.Tests.Hosting;

public sealed class ContentTests : IDisposable
{
    private static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "prompts");

    private readonly string _folder = Directory.CreateTempSubdirectory("prompts").FullName;

    public ContentTests()
    {
        foreach (var source in Directory.EnumerateFiles(Prompts, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".yaml" or ".bin"))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(Prompts, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_delivered_has_no_fault() => Content.Load(_folder);

    [Fact]
    public void One_start_shows_the_faults_of_all_folders()
    {
        string[] broken = ["guides/it.yaml", "guides/slots.yaml", "catalogue/pain-kinds.yaml", "catalogue/words.yaml"];
        foreach (var file in broken)
            File.AppendAllText(Path.Combine(_folder, file), "\ncolour: red\n");

        var faults = Assert.Throws<YamlFaultsException>(() => Content.Load(_folder)).Faults;

        Assert.Equal(broken.Select(Path.GetFileName), faults.Select(fault => fault.File));
        Assert.All(faults, fault => Assert.Equal("The key \"colour\" is not known.", fault.Problem));
    }

    [Theory]
    [InlineData("guides", "*.yaml", "slots.yaml")]
    [InlineData("catalogue", "pain-kinds.yaml", "lexicon-*.yaml", "cues.yaml", "words.yaml")]
    public void A_folder_that_is_not_there_is_told_by_what_should_be_in_it(string gone, params string[] files)
    {
        Directory.Delete(Path.Combine(_folder, gone), recursive: true);

        var faults = Assert.Throws<YamlFaultsException>(() => Content.Load(_folder)).Faults;

        Assert.Equal(files, faults.Select(fault => fault.File));
        Assert.All(faults, fault => Assert.Contains(Path.Combine(_folder, gone), fault.Problem, StringComparison.Ordinal));
    }
}
