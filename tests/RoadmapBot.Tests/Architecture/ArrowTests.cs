using System.Text.RegularExpressions;
using RoadmapBot.Discovery;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Architecture;

/// <summary>The shape of the source: who may name whom, how long a file may be, how much a class may need.</summary>
public sealed class ArrowTests
{
    private const int LongestFile = 300;
    private const int MostNeeds = 6;

    [Fact]
    public void A_folder_names_only_what_stands_before_it() =>
        Assert.Empty(Product().SelectMany(file => Arrow.Breaches(file.Folder, file.Text).Select(breach => $"{file.Name}: {breach}")));

    [Fact]
    public void Every_folder_of_the_product_has_its_place_in_the_order() =>
        Assert.All(Product().Select(file => file.Folder).Distinct(), folder => Assert.True(folder.Length == 0 || Arrow.IsKnown(folder), folder));

    [Fact]
    public void A_file_stands_in_the_namespace_of_its_folder() =>
        Assert.Empty(Product().Where(file => file.Folder.Length > 0).Where(file => !Regex.IsMatch(file.Text, $@"^namespace RoadmapBot\.{file.Folder}(\.\w+)*;", RegexOptions.Multiline))
            .Select(file => file.Name));

    [Fact]
    public void No_file_is_too_long_to_read_at_once() =>
        Assert.Empty(Product().Concat(Tests()).Where(file => file.Text.AsSpan().Count('\n') > LongestFile).Select(file => file.Name));

    [Fact]
    public void No_class_needs_more_than_six_things() =>
        Assert.Empty(typeof(Program).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Handler", StringComparison.Ordinal) || type.Name.EndsWith("Store", StringComparison.Ordinal))
            .SelectMany(type => type.GetConstructors()).Where(made => made.GetParameters().Length > MostNeeds)
            .Select(made => made.DeclaringType!.Name));

    [Theory]
    [InlineData("Conversation", "using RoadmapBot.Engagements;", "Conversation names RoadmapBot.Engagements")]
    [InlineData("Engagements", "using RoadmapBot.Discovery;", "Engagements names RoadmapBot.Discovery")]
    [InlineData("Roadmaps", "var card = RoadmapBot.Teams.HelpCard.Render();", "Roadmaps names RoadmapBot.Teams")]
    [InlineData("Teams", "using static RoadmapBot.Storage.Schema;", "Teams names RoadmapBot.Storage")]
    [InlineData("Storage", "using Later = RoadmapBot.Hosting.WorkLoop;", "Storage names RoadmapBot.Hosting")]
    [InlineData("Discovery", "using Microsoft.EntityFrameworkCore;", "Discovery names Microsoft.EntityFrameworkCore")]
    [InlineData("Planning", "var http = new System.Net.Http.HttpClient();", "Planning names System.Net;Planning names HttpClient")]
    [InlineData("Analysis", "Task Answer(HttpContext http);", "Analysis names HttpContext")]
    public void A_breach_is_found(string folder, string source, string breaches) => Assert.Equal(breaches, string.Join(';', Arrow.Breaches(folder, source)));

    [Theory]
    [InlineData("Discovery", "using RoadmapBot.Engagements;")]
    [InlineData("Discovery", "using RoadmapBot.Discovery;")]
    [InlineData("Storage", "using Npgsql;")]
    [InlineData("Engagements", "// as RoadmapBot.Teams does\nvar text = \"using RoadmapBot.Storage; HttpContext\";")]
    [InlineData("", "using RoadmapBot.Hosting;")]
    public void What_is_allowed_is_no_breach(string folder, string source) => Assert.Empty(Arrow.Breaches(folder, source));

    private sealed record Source(string Name, string Folder, string Text);

    private static Source[] Product()
    {
        var files = Read(Repository.File("src", "RoadmapBot"));
        Assert.Contains(files, file => file.Folder == "Discovery" && file.Name.EndsWith($"{nameof(Interviewer)}.cs", StringComparison.Ordinal));
        return files;
    }

    private static Source[] Tests() => Read(Repository.File("tests", "RoadmapBot.Tests"));

    /// <summary>Migrations are written by a tool, and so is what the build makes.</summary>
    private static Source[] Read(string root) =>
    [
        .. from path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
           let name = Path.GetRelativePath(root, path)
           let folders = name.Split(Path.DirectorySeparatorChar)
           where !folders.Any(folder => folder is "obj" or "bin" or "Migrations" or "node_modules")
           select new Source(name, folders.Length > 1 ? folders[0] : "", File.ReadAllText(path)),
    ];
}
