namespace RoadmapBot.Planning.Optimising;

/// <summary>What more money would buy.</summary>
/// <param name="Extra">Whole units of the currency more in every quarter.</param>
/// <param name="Best">The choice under that budget; worth no less than that of the step before.</param>
/// <param name="Gained">How much more it is worth than the step before: the shadow price of this step of the budget.</param>
/// <param name="Added">Ids of what is chosen that was not in the step before.</param>
/// <param name="Removed">Ids of what was chosen in the step before and no longer is.</param>
internal sealed record FrontierStep(long Extra, Optimum Best, long Gained, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);

/// <summary>The best worth by budget, from a given best choice upwards.</summary>
internal static class Frontier
{
    /// <param name="best">The best choice for the portfolio as it stands; has starts.</param>
    /// <param name="step">Whole units of the currency by which the budget of every quarter rises from step to step.</param>
    public static IEnumerable<FrontierStep> From(Portfolio portfolio, Optimum best, long step, int steps, Effort effort)
    {
        var before = best;
        for (var extra = step; extra <= step * steps; extra += step)
        {
            var more = Optimiser.Optimise(portfolio with { Budget = [.. portfolio.Budget.Select(amount => amount + extra)] }, effort, before.Starts);
            var (had, has) = (before.Starts!, more.Starts!);
            yield return new FrontierStep(
                extra, more, more.Worth - before.Worth, [.. has.Keys.Where(id => !had.ContainsKey(id)).Order(StringComparer.Ordinal)],
                [.. had.Keys.Where(id => !has.ContainsKey(id)).Order(StringComparer.Ordinal)]);
            before = more;
        }
    }
}
