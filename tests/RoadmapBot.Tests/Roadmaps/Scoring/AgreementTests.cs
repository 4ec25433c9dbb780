using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Roadmaps.Scoring;

namespace RoadmapBot.Tests.Roadmaps.Scoring;

public sealed class AgreementTests
{
    private const int Things = 5;

    /// <summary>By hand, from the formula.</summary>
    [Theory]
    [InlineData("5 4 3|5 4 3|5 4 3", 1.0)] // rank sums 3 6 9: S = 18, 12·18 ÷ 9·24
    [InlineData("3 2 1|1 2 3", 0.0)] // rank sums 4 4 4
    [InlineData("3 2 1|3 1 2|2 3 1", 4.0 / 9)] // rank sums 4 6 8: S = 8, 12·8 ÷ 9·24
    [InlineData("2 1 1|2 1 1", 1.0)] // rank sums 2 5 5: S = 6, T = 12, 12·6 ÷ (4·24 − 2·12)
    [InlineData("2 1 1|3 2 1", 13.0 / 14)] // rank sums 2 4.5 5.5: S = 6.5, T = 6, 12·6.5 ÷ (4·24 − 2·6)
    public void W_is_as_the_formula_has_it(string people, double w) => Assert.Equal(w, Agreement.KendallW(Read(people))!.Value, 10);

    [Theory]
    [InlineData("")]
    [InlineData("5 4 3")]
    [InlineData("5|4|3")]
    [InlineData("2 2 2|4 4 4|1 1 1")]
    public void Where_there_are_no_two_orders_to_compare_there_is_no_w(string people) => Assert.Null(Agreement.KendallW(Read(people)));

    [Fact]
    public void W_lies_between_none_and_full_agreement_whatever_people_give() => Prop.ForAll<byte[]>(given =>
        Agreement.KendallW(People(given)) is not { } w || (w >= -1e-9 && w <= 1 + 1e-9)).QuickCheckThrowOnFailure();

    [Fact]
    public void W_is_1_where_all_give_the_same() => Prop.ForAll<byte[], byte>((given, count) =>
        People(given) is not [var first, ..] || first.Distinct().Count() == 1
        || Math.Abs(Agreement.KendallW([.. Enumerable.Repeat(first, 2 + (count % 9))])!.Value - 1) < 1e-9).QuickCheckThrowOnFailure();

    [Fact]
    public void W_does_not_depend_on_who_comes_first_nor_on_which_thing() => Prop.ForAll<byte[]>(given =>
    {
        var people = People(given);
        IReadOnlyList<double>[] turned = [.. people.Reverse().Select(person => (IReadOnlyList<double>)[.. person.Reverse()])];
        return Agreement.KendallW(people) is { } w ? Math.Abs(w - Agreement.KendallW(turned)!.Value) < 1e-9 : Agreement.KendallW(turned) is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void W_is_below_1_where_somebody_differs() => Prop.ForAll<byte[]>(given =>
        Agreement.KendallW(People(given)) is not { } w || w < 1 - 1e-9 || People(given).Select(Order).Distinct().Count() == 1).QuickCheckThrowOnFailure();

    /// <summary>As many people as there are whole rows of scores.</summary>
    private static IReadOnlyList<IReadOnlyList<double>> People(byte[] given) =>
        [.. given.Select(one => (double)((one % 5) + 1)).Chunk(Things).Where(row => row.Length == Things)];

    private static string Order(IReadOnlyList<double> person) => string.Join(' ', person.Select(own => person.Count(other => other > own)));

    private static IReadOnlyList<IReadOnlyList<double>> Read(string people) =>
        [.. people.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(person => (IReadOnlyList<double>)[.. person.Split(' ').Select(double.Parse)])];
}
