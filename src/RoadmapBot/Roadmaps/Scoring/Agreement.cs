namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>
/// Kendall's coefficient of concordance: how far several people put the same things in the same order, 0 (not at all) to 1 (all alike).
/// <para>
/// W = 12 S ÷ (m² (n³ − n) − m T) for m people and n things; S is the sum of the squared deviations of the things' rank sums from their mean, and T the
/// sum of t³ − t over every group of t things that one person puts level, who then all get the mean of their places.
/// Kendall and Babington Smith, "The Problem of m Rankings", Annals of Mathematical Statistics 10 (1939) 275–287; the correction for ties is in
/// Kendall, Rank Correlation Methods (1948), chapter 6.
/// </para>
/// </summary>
internal static class Agreement
{
    /// <param name="people">One list for each person: how much he gives to each thing, more is better, the things in the same order for everybody.</param>
    /// <returns>Null for fewer than two people or things, and where everybody puts all things level: then there is no order to agree on.</returns>
    public static double? KendallW(IReadOnlyList<IReadOnlyList<double>> people)
    {
        var (m, n) = (people.Count, people.Count == 0 ? 0 : people[0].Count);
        if (m < 2 || n < 2)
            return null;
        var ranks = people.Select(Ranks).ToArray();
        var mean = m * (n + 1) / 2.0;
        var s = Enumerable.Range(0, n).Sum(thing => Square(ranks.Sum(own => own[thing]) - mean));
        var ties = people.Sum(own => own.GroupBy(value => value).Sum(level => Cube(level.Count()) - level.Count()));
        var most = (Square(m) * (Cube(n) - n)) - (m * ties);
        return most == 0 ? null : 12 * s / most;
    }

    /// <summary>Places from 1; what is level shares the mean of its places.</summary>
    private static double[] Ranks(IReadOnlyList<double> values) =>
        [.. values.Select(value => values.Count(other => other > value) + ((values.Count(other => other == value) + 1) / 2.0))];

    private static double Square(double value) => value * value;

    private static double Cube(double value) => value * value * value;

    /// <summary>
    /// Halfway between the points that Schmidt names for expert panels, 0.1 very weak, 0.3 weak, 0.5 moderate, 0.7 strong and 0.9 unusually strong:
    /// "Managing Delphi Surveys Using Nonparametric Statistical Techniques", Decision Sciences 28 (1997) 763–774.
    /// </summary>
    public static string InWords(double w) => w switch
    {
        < 0.2 => RoadmapsTexts.AgreementVeryWeak,
        < 0.4 => RoadmapsTexts.AgreementWeak,
        < 0.6 => RoadmapsTexts.AgreementModerate,
        < 0.8 => RoadmapsTexts.AgreementStrong,
        _ => RoadmapsTexts.AgreementVeryStrong,
    };
}
