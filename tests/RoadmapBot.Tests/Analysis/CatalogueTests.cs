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
}
