using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;

namespace RoadmapBot.Tests.PainPoints.Anonymous;

/// <summary>Random reports over several nights, and a reader who keeps every figure that was ever shown and solves for what was not.</summary>
public sealed class ReleaseTests
{
    private const int Tables = 500;
    private const int Nights = 3;

    [Fact]
    public void No_cell_of_fewer_than_five_people_can_be_reckoned_from_all_that_is_ever_shown()
    {
        var shown = 0;
        for (var seed = 0; seed < Tables; seed++)
        {
            var (all, figures) = Play(seed, Figures);
            shown += figures.Count;
            Assert.True(Recovered(all, figures) == 0, $"seed {seed}");
        }

        Assert.True(shown > Tables, "hardly anything was shown, so nothing was tried");
    }

    /// <summary>The rig must find the fault that it is for: every cell from five people on, and the totals.</summary>
    [Fact]
    public void Cells_and_totals_shown_side_by_side_would_give_small_cells_away() =>
        Assert.True(Enumerable.Range(0, Tables).Count(seed => Play(seed, Naive) is var (all, figures) && Recovered(all, figures) > 0) > Tables / 4);

    [Fact]
    public void What_is_shown_comes_from_five_people_at_least_and_is_never_joined_or_parted_afterwards()
    {
        for (var seed = 0; seed < Tables; seed++)
        {
            var before = new Dictionary<string, string>();
            Play(seed, (box, _) =>
            {
                foreach (var batch in box.Batches)
                {
                    var points = box.Shown.Where(point => point.Batch == batch.Id).ToArray();
                    Assert.True(points.Select(point => point.Token).Distinct().Count() >= Hiding.Least);
                    Assert.Equal(batch.Reports, points.Length);
                    Assert.All(points, point => Assert.True(
                        (batch.Department ?? point.Department) == point.Department && (batch.Role ?? point.Role) == point.Role && (batch.Kind ?? point.Kind) == point.Kind));
                    var ids = string.Join(' ', points.Select(point => point.Id));
                    Assert.Equal(before.TryAdd(batch.Id, ids) ? ids : before[batch.Id], ids);
                }

                return [];
            });
        }
    }

    [Fact]
    public void Five_reports_of_one_person_are_not_five_people()
    {
        var one = Enumerable.Range(0, 9).Select(id => Point($"{id}", "t", "slow", null, null));
        Assert.Empty(Release.Of(one, () => "b"));
        Assert.Single(Release.Of(one.Concat(Enumerable.Range(0, 4).Select(id => Point($"x{id}", $"u{id}", "slow", null, null))), () => "b"));
    }

    /// <summary>All reports ever made, and a 0/1 row over them for each figure that was shown on one of the days.</summary>
    private static (IReadOnlyList<AnonymousPoint> All, IReadOnlyList<double[]> Figures) Play(int seed, Func<AnonymousBox, IReadOnlyList<AnonymousPoint>, IEnumerable<IEnumerable<AnonymousPoint>>> shows)
    {
        var random = new Random(seed);
        var seal = new Seal(() => new byte[Seal.KeySize]);
        var (box, all, sums) = (AnonymousBox.Empty(new EngagementId("e")), new List<AnonymousPoint>(), new List<HashSet<PainPointId>>());
        for (var night = 0; night < Nights; night++)
        {
            for (var left = random.Next(4, 22); left > 0; left--)
            {
                var point = Point(
                    $"{random.Next():x8}{all.Count}", $"t{random.Next(14)}", Pick(random, "slow", "access", "network")!, Pick(random, "Sales", "Reception", null), Pick<Role?>(random, Role.EndUser, Role.It));
                all.Add(point);
                box = box.With(point);
            }

            box = Night.Of(box, new Envelopes(box.Engagement, []), "2026-Q4", seal).Box;
            sums.AddRange(shows(box, all).Select(sum => sum.Select(point => point.Id).ToHashSet()));
        }

        return (all, [.. sums.Where(sum => sum.Count > 0).Select(sum => all.Select(point => sum.Contains(point.Id) ? 1.0 : 0).ToArray())]);
    }

    /// <summary>Everything that the cards count or list: all, and by each label and each pair of labels that they bear.</summary>
    private static IEnumerable<IEnumerable<AnonymousPoint>> Figures(AnonymousBox box, IReadOnlyList<AnonymousPoint> all)
    {
        var labelled = box.Shown.Select(point => (Point: point, Label: box.BatchOf(point))).ToArray();
        Func<Batch, object?>[] looks = [_ => "all", batch => batch.Department, batch => batch.Role, batch => batch.Kind, batch => (batch.Department, batch.Kind), batch => (batch.Role, batch.Kind), batch => batch.Id];
        return looks.SelectMany(look => labelled.GroupBy(one => look(one.Label)).Select(group => group.Select(one => one.Point)));
    }

    private static IEnumerable<IEnumerable<AnonymousPoint>> Naive(AnonymousBox box, IReadOnlyList<AnonymousPoint> all) =>
        all.GroupBy(Cell).Where(cell => cell.Select(point => point.Token).Distinct().Count() >= Hiding.Least).Cast<IEnumerable<AnonymousPoint>>()
            .Concat(all.GroupBy(point => point.Kind)).Concat(all.GroupBy(point => point.Department ?? "")).Append(all);

    /// <summary>How many small cells are a sum or difference of figures.</summary>
    private static int Recovered(IReadOnlyList<AnonymousPoint> all, IReadOnlyList<double[]> figures)
    {
        var basis = new List<(double[] Row, int Pivot)>();
        foreach (var figure in figures)
            if (Reduced(basis, figure) is var row && Array.FindIndex(row, value => Math.Abs(value) > 1e-9) is >= 0 and var pivot)
                basis.Add(([.. row.Select(value => value / row[pivot])], pivot));
        return all.GroupBy(Cell).Where(cell => cell.Select(point => point.Token).Distinct().Count() < Hiding.Least)
            .Count(cell => Array.TrueForAll(Reduced(basis, [.. all.Select(point => Cell(point) == cell.Key ? 1.0 : 0)]), value => Math.Abs(value) < 1e-9));
    }

    private static double[] Reduced(List<(double[] Row, int Pivot)> basis, double[] figure)
    {
        var row = (double[])figure.Clone();
        foreach (var (known, pivot) in basis)
        {
            var times = row[pivot];
            if (times == 0)
                continue;
            for (var i = 0; i < row.Length; i++)
                row[i] -= times * known[i];
        }

        return row;
    }

    private static (string?, Role?, string) Cell(AnonymousPoint point) => (point.Department, point.Role, point.Kind);

    private static T? Pick<T>(Random random, params T?[] values) => values[random.Next(values.Length)];

    private static AnonymousPoint Point(string id, string token, string kind, string? department, Role? role) =>
        new(new PainPointId(id), "words", kind, department, role, "2026-Q4", token, WaitingStage.Yesterday, null, [], IsTakenBack: false);
}
