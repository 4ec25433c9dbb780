using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Analysis;

public sealed class ContradictionTests(ITestOutputHelper output)
{
    private sealed record Planted(string Kind, (Role, string, string) One, (Role, string, string) Other);

    private static readonly Planted[] Rows =
        [.. File.ReadLines(Known.SourceFile("Analysis", "contradiction-rows.txt")).Where(line => line.Length > 0 && line[0] is not '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(row => new Planted(row[0], Said(row[1], row[2]), Said(row[3], row[4])))];

    [Fact]
    public void Planted_contradictions_are_found_and_near_misses_are_left_alone()
    {
        var planted = Rows.Where(row => row.Kind != "none").ToArray();
        var nearMisses = Rows.Where(row => row.Kind == "none").ToArray();
        Assert.True(planted.Length >= 30 && nearMisses.Length >= 30, $"{planted.Length} planted, {nearMisses.Length} near misses");

        var missed = planted.Where(row => !Kinds(row).Contains(row.Kind)).ToArray();
        var wrong = Rows.SelectMany(row => Kinds(row).Where(kind => kind != row.Kind).Select(kind => (row, kind))).ToArray();
        var found = planted.Length - missed.Length;
        var (precision, recall) = (found / (double)(found + wrong.Length), found / (double)planted.Length);
        output.WriteLine($"precision {precision:0.00}, recall {recall:0.00}, of {planted.Length} planted and {nearMisses.Length} near misses");
        foreach (var row in missed)
            output.WriteLine($"missed {row.Kind}: {row.One.Item3} / {row.Other.Item3}");
        foreach (var (row, kind) in wrong)
            output.WriteLine($"wrong {kind}: {row.One.Item3} / {row.Other.Item3}");

        Assert.True(precision >= 0.9, $"precision {precision:0.00}");
        Assert.True(recall >= 0.8, $"recall {recall:0.00}");
    }

    [Fact]
    public void Every_side_has_a_receipt_and_there_is_a_question_for_somebody() => Assert.All(Rows.SelectMany(Find), contradiction =>
    {
        Assert.True(contradiction.Sides.Count >= 2);
        Assert.All(contradiction.Sides, side => Assert.NotEmpty(side.Evidence));
        Assert.Equal(contradiction.Evidence, contradiction.Sides.SelectMany(side => side.Evidence).Distinct());
        Assert.EndsWith("?", contradiction.Question, StringComparison.Ordinal);
        Assert.NotEmpty(contradiction.Ask);
    });

    [Fact]
    public void Figures_are_shown_side_by_side_and_never_averaged()
    {
        var contradiction = Assert.Single(Find(Rows[0]));
        Assert.Equal(["40", "about 90"], contradiction.Sides.Select(side => side.Says));
        Assert.Contains("40 or about 90", contradiction.Question, StringComparison.Ordinal);
        Assert.DoesNotContain("65", contradiction.Question, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_says_both_counts_for_neither() => Assert.Empty(Analyst.Analyse(
        Known.Say((Role.It, "How many laptops?", "We have 40 laptops. On the books we have 95 laptops."), (Role.Msp, "How many laptops?", "41.")), Known.Catalogue).Contradictions);

    private static IEnumerable<string> Kinds(Planted row) => Find(row).Select(one => one.Kind.ToString().ToLowerInvariant());

    private static IReadOnlyList<Contradiction> Find(Planted row) => Analyst.Analyse(Known.Say(row.One, row.Other), Known.Catalogue).Contradictions;

    private static (Role, string, string) Said(string question, string answer)
    {
        var colon = question.IndexOf(':', StringComparison.Ordinal);
        return (Enum.Parse<Role>(question[..colon].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), question[(colon + 1)..].Trim(), answer);
    }
}
