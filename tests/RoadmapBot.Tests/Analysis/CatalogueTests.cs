using System.Diagnostics;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Analysis;

public sealed class CatalogueTests
{
    private static readonly string[][] Rows =
        [.. File.ReadLines(Known.SourceFile("Analysis", "catalogue-rows.txt")).Where(line => line.Length > 0 && line[0] is not '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    public static TheoryData<string, string, string> Shown => [.. Rows.Select(row => (row[0], row[1], row[2]))];

    public static TheoryData<string, string, string> NotShown => [.. Rows.Select(row => (row[0], row[1], row[3]))];

    [Theory]
    [MemberData(nameof(Shown))]
    public void An_answer_shows_the_gap(string entry, string topic, string answer) => Assert.Contains(entry, Known.GapIds(topic, answer));

    [Theory]
    [MemberData(nameof(NotShown))]
    public void A_near_miss_does_not(string entry, string topic, string answer) => Assert.DoesNotContain(entry, Known.GapIds(topic, answer));

    [Fact]
    public void Every_entry_has_a_row() => Assert.Empty(Known.Catalogue.Entries.Select(entry => entry.Id).Except(Rows.Select(row => row[0])));

    [Fact]
    public void There_are_ninety_entries_and_sixty_initiatives_at_least()
    {
        Assert.True(Known.Catalogue.Entries.Count >= 90, $"{Known.Catalogue.Entries.Count} entries");
        Assert.True(Known.Library.Entries.Count >= 60, $"{Known.Library.Entries.Count} initiatives");
    }

    [Fact]
    public void Every_initiative_answers_some_gap() =>
        Assert.Empty(Known.Library.Entries.Keys.Except(Known.Catalogue.Entries.SelectMany(entry => entry.Initiatives)));

    [Fact]
    public void Everything_loads_in_under_a_second_on_a_busy_machine()
    {
        InitiativeLibrary.Load(Known.CatalogueFolder, GapCatalogue.Load(Known.CatalogueFolder));
        var fastest = Enumerable.Range(0, 5).Min(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            InitiativeLibrary.Load(Known.CatalogueFolder, GapCatalogue.Load(Known.CatalogueFolder));
            return Stopwatch.GetElapsedTime(began);
        });
        Assert.True(fastest < TimeSpan.FromSeconds(1), $"took {fastest.TotalMilliseconds} ms");
    }

    [Theory]
    [InlineData("gaps-data.yaml", "statement: ", "staement: ", "\"statement\" is missing")]
    [InlineData("gaps-data.yaml", "    kind: technical", "    colour: red\n    kind: technical", "the key \"colour\" is unknown")]
    [InlineData("gaps-data.yaml", "[reporting]", "[reportng]", "unknown concept \"reportng\"")]
    [InlineData("gaps-data.yaml", "{nobody}", "{noboby}", "unknown concept \"noboby\"")]
    [InlineData("gaps-data.yaml", "id: data-silos", "id: data-quality-poor", "the id is there twice")]
    [InlineData("gaps-data.yaml", "likelihood: 4", "likelihood: 9", "whole number from 1 to 5")]
    [InlineData("gaps-data.yaml", "csf: ID.AM", "csf: XX.1", "a category of CSF 2.0")]
    [InlineData("gaps-data.yaml", "initiatives: [file-structure]", "initiatives: [file-strukture]", "unknown initiative \"file-strukture\"")]
    [InlineData("gaps-data.yaml", "domain: data", "domain: dada", "must be one of")]
    [InlineData("gaps-data.yaml", "gaps:", "gaps: [", "this is not YAML")]
    [InlineData("initiatives.yaml", "hours-lost:", "hours-gone:", "unknown KPI \"hours-gone\"")]
    [InlineData("initiatives.yaml", "after: [ticket-system]", "after: [tickets]", "unknown initiative \"tickets\"")]
    [InlineData("initiatives.yaml", "months: 3", "months: 99", "whole number from 1 to 18")]
    [InlineData("initiatives.yaml", "fixed: [2000, 8000]", "fixed: [8000, 2000]", "must be [low, high]")]
    [InlineData("cues.yaml", "minor: [", "minor: [outage, ", "keep it under one of them")]
    public void A_fault_is_named_with_file_line_and_mend(string file, string what, string with, string message)
    {
        var folder = Directory.CreateTempSubdirectory("catalogue");
        try
        {
            foreach (var source in Directory.EnumerateFiles(Known.CatalogueFolder))
                File.Copy(source, Path.Combine(folder.FullName, Path.GetFileName(source)));
            var target = Path.Combine(folder.FullName, file);
            var text = File.ReadAllText(target);
            Assert.Contains(what, text, StringComparison.Ordinal);
            File.WriteAllText(target, text.Replace(what, with, StringComparison.Ordinal));

            var fault = Assert.Throws<CatalogueException>(() => InitiativeLibrary.Load(folder.FullName, GapCatalogue.Load(folder.FullName)));
            Assert.Contains(message, fault.Message, StringComparison.Ordinal);
            Assert.StartsWith(file, fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
