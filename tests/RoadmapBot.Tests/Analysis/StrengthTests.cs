namespace RoadmapBot.Tests.Analysis;

/// <summary>Strengths planted among troubles that are told in much the same words (<c>strength-rows.txt</c>); nothing was learned from them.</summary>
public sealed class StrengthTests(ITestOutputHelper output)
{
    [Fact]
    public void Planted_strengths_are_no_gaps_and_the_troubles_among_them_are()
    {
        var rows = File.ReadLines(Known.SourceFile("Analysis", "strength-rows.txt")).Where(line => line.Length > 0 && line[0] is not '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(row => (IsGood: row[3] is "good", Answer: row[2], Gaps: Known.GapIds(row[1], row[2], Known.RoleOf(row[0])))).ToArray();
        var taken = rows.Where(row => row.IsGood && row.Gaps.Length > 0).ToArray();
        var missed = rows.Where(row => !row.IsGood && row.Gaps.Length == 0).ToArray();
        var (good, bad) = (rows.Count(row => row.IsGood), rows.Count(row => !row.IsGood));
        var found = bad - missed.Length;
        output.WriteLine($"of {good} strengths {taken.Length} are taken for gaps; of {bad} troubles {found} are found: precision {found / (double)(found + taken.Length):0.00}, recall {found / (double)bad:0.00}");
        foreach (var row in taken)
            output.WriteLine($"taken: {row.Answer} as {string.Join(", ", row.Gaps)}");
        foreach (var row in missed)
            output.WriteLine($"missed: {row.Answer}");

        Assert.True(taken.Length <= good / 20, $"{taken.Length} of {good} strengths are taken for gaps");
        Assert.True(found >= bad * 0.7, $"{found} of {bad} troubles are found");
    }
}
