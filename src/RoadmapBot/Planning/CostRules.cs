using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>
/// What an initiative costs: a stated amount where somebody named one, or else the library's model applied to the organisation's size. Each device is a person's:
/// how many there are is nowhere asked.
/// </summary>
internal static class CostRules
{
    /// <summary>Taken where the headcount is not known, and said so.</summary>
    private const int AssumedHeadcount = 50;

    private const int AssumedSites = 1;

    /// <summary>The library's prices are in it; other currencies take the figures over, and say so.</summary>
    private const string LibraryCurrency = "USD";

    /// <param name="proposals">The foremost first: a price that was named once is taken for one of them only.</param>
    /// <returns>By the proposals' ids.</returns>
    public static IReadOnlyDictionary<string, Cost> Estimate(IReadOnlyList<Proposal> proposals, Organisation organisation, string currency, IReadOnlyList<StatedPrice> stated)
    {
        var left = stated.ToList();
        var costs = new Dictionary<string, Cost>(StringComparer.Ordinal);
        foreach (var proposal in proposals)
        {
            var named = left.Where(amount => amount.Concepts.Overlaps(proposal.Entry.About)).ToArray();
            var (once, again) = (named.FirstOrDefault(amount => amount.Money.TimesPerYear is null), named.FirstOrDefault(amount => amount.Money.TimesPerYear is not null));
            costs[proposal.Id] = once is null && again is null ? Assume(proposal.Entry.Cost, organisation, currency) : Take(once, again, organisation, currency);
            left.RemoveAll(named.Contains);
        }
        return costs;
    }

    private static Cost Take(StatedPrice? once, StatedPrice? again, Organisation organisation, string currency)
    {
        var yearly = again is null ? 0 : (long)(again.Money.High * Count(again.Money.Per, organisation) * (again.Money.TimesPerYear ?? 1));
        var count = once is null ? 0 : Count(once.Money.Per, organisation);
        string?[] notes =
        [
            once is null ? PlanningTexts.CostOnceOpen : null,
            once is { Money: { Per: not Per.All } each } ? PlanningTexts.CostTimes.With(each.High, CountInWords(each.Per, organisation), each.High * count) : null,
            again is null ? PlanningTexts.CostYearlyOpen : null,
            again is { Money: { } rate } && (rate.Per is not Per.All || rate.TimesPerYear > 1)
                ? PlanningTexts.CostTimesYearly.With(rate.High, rate.Per is Per.All ? "" : PlanningTexts.CostTimesCount.With(CountInWords(rate.Per, organisation)), rate.TimesPerYear ?? 1, yearly)
                : null,
        ];
        return new Cost(
            (long)((once?.Money.Low ?? 0) * count), (long)((once?.Money.High ?? 0) * count), currency, yearly, Basis.Stated,
            string.Join(' ', notes.OfType<string>().Prepend(PlanningTexts.CostStated)), [.. new[] { once?.Receipt, again?.Receipt }.OfType<Analysis.Receipt>().Distinct()]);
    }

    private static Cost Assume(CostModel model, Organisation organisation, string currency)
    {
        var (heads, devices, sites) = (Count(Per.Person, organisation), Count(Per.Device, organisation), Count(Per.Site, organisation));
        long Once(Func<Range, long> end) => end(model.Fixed) + (heads * end(model.PerHead)) + (devices * end(model.PerDevice)) + (sites * end(model.PerSite));
        var yearly = model.YearlyFixed + (heads * model.YearlyPerHead) + (devices * model.YearlyPerDevice) + (sites * model.YearlyPerSite);
        List<string> notes = [PlanningTexts.CostAssumption.With(model.Basis)];
        if (currency is not LibraryCurrency)
            notes.Add(PlanningTexts.CostUnconverted.With(currency));
        (bool Counts, Per Per)[] parts =
        [
            (model.PerHead.High + model.YearlyPerHead > 0, Per.Person), (model.PerDevice.High + model.YearlyPerDevice > 0, Per.Device), (model.PerSite.High + model.YearlyPerSite > 0, Per.Site),
        ];
        if (parts.Any(part => part.Counts))
            notes.Add(PlanningTexts.CostFor.With(string.Join(", ", parts.Where(part => part.Counts).Select(part => CountInWords(part.Per, organisation)))));
        return new Cost(Once(range => range.Low), Once(range => range.High), currency, yearly, Basis.Assumption, string.Join(' ', notes), []);
    }

    private static long Count(Per per, Organisation organisation) => per switch
    {
        Per.Person or Per.Device => organisation.Headcount ?? AssumedHeadcount,
        Per.Site => organisation.Sites ?? AssumedSites,
        _ => 1,
    };

    private static string CountInWords(Per per, Organisation organisation) => (per switch
    {
        Per.Person => organisation.Headcount is null ? PlanningTexts.HeadsAssumed : PlanningTexts.Heads,
        Per.Device => organisation.Headcount is null ? PlanningTexts.DevicesUnknown : PlanningTexts.DevicesAssumed,
        _ => organisation.Sites is null ? PlanningTexts.SitesAssumed : PlanningTexts.Sites,
    }).With(Count(per, organisation));
}
