using System.Diagnostics;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Classifying;
using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Analysis;

public sealed class CatalogueTests
{
    private static readonly string[][] Rows =
        [.. File.ReadLines(Known.SourceFile("Analysis", "catalogue-rows.txt")).Where(line => line.Length > 0 && line[0] is not '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    [Fact]
    public void Nearly_every_row_is_recognised()
    {
        var missed = Rows.Where(row => !Known.GapIds(row[1], row[2]).Contains(row[0])).Select(row => $"{row[0]}: {row[2]}").ToArray();
        Assert.True(missed.Length <= Rows.Length / 20, $"{missed.Length} of {Rows.Length} are not:\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void Hardly_a_near_miss_is_taken_for_the_gap()
    {
        var taken = Rows.Where(row => Known.GapIds(row[1], row[3]).Contains(row[0])).Select(row => $"{row[0]}: {row[3]}").ToArray();
        Assert.True(taken.Length <= Rows.Length / 20, $"{taken.Length} of {Rows.Length} are:\n{string.Join('\n', taken)}");
    }

    [Fact]
    public void What_was_learned_is_of_these_words_and_examples() => Assert.True(
        Known.Catalogue.Classifier?.Fingerprint == Learner.Fingerprint(Known.CatalogueFolder),
        "prompts/catalogue has changed since it was learned: run dotnet run -c Release --project src/RoadmapBot -- learn prompts/catalogue, and commit learned.bin.");

    [Fact]
    public void Every_entry_has_a_row() => Assert.Empty(Known.Catalogue.Entries.Select(entry => entry.Id).Except(Rows.Select(row => row[0])));

    [Fact]
    public void There_are_a_hundred_and_fifty_entries_and_a_hundred_initiatives_at_least()
    {
        Assert.True(Known.Catalogue.Entries.Count >= 150, $"{Known.Catalogue.Entries.Count} entries");
        Assert.True(Known.Library.Entries.Count >= 100, $"{Known.Library.Entries.Count} initiatives");
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
