using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>What an initiative costs: a stated amount where somebody named one, or else the library's model applied to the organisation's size.</summary>
internal static class CostRules
{
    /// <summary>Taken where the headcount is not known, and said so.</summary>
    private const int AssumedHeadcount = 50;

    private const int AssumedSites = 1;

    /// <summary>The library's prices are in it; other currencies take the figures over, and say so.</summary>
    private const string LibraryCurrency = "USD";

    public static Cost Estimate(InitiativeEntry entry, Organisation organisation, string currency, IReadOnlyList<StatedAmount> stated)
    {
        if (stated.FirstOrDefault(amount => amount.Concepts.Overlaps(entry.About)) is { } named)
            return named.IsPerYear
                ? new Cost(0, 0, currency, named.Amount, Basis.Stated, PlanningTexts.CostStatedYearly, [named.Receipt])
                : new Cost(named.Amount, named.Amount, currency, 0, Basis.Stated, PlanningTexts.CostStatedOnce, [named.Receipt]);
        var (heads, sites) = (organisation.Headcount ?? AssumedHeadcount, organisation.Sites ?? AssumedSites);
        var model = entry.Cost;
        long Once(Func<Range, long> end) => end(model.Fixed) + (heads * (end(model.PerHead) + end(model.PerDevice))) + (sites * end(model.PerSite));
        var yearly = model.YearlyFixed + (heads * model.YearlyPerHead) + (sites * model.YearlyPerSite);
        return new Cost(Once(range => range.Low), Once(range => range.High), currency, yearly, Basis.Assumption, Note(model, organisation, currency), []);
    }

    private static string Note(CostModel model, Organisation organisation, string currency)
    {
        List<string> parts = [PlanningTexts.CostAssumption.With(model.Basis)];
        if (currency is not LibraryCurrency)
            parts.Add(PlanningTexts.CostUnconverted.With(currency));
        if (model.PerHead.High + model.PerDevice.High + model.YearlyPerHead > 0)
            parts.Add(organisation.Headcount is { } heads ? PlanningTexts.CostForHeads.With(heads) : PlanningTexts.CostHeadsUnknown.With(AssumedHeadcount));
        if (model.PerSite.High + model.YearlyPerSite > 0)
            parts.Add(organisation.Sites is { } sites ? PlanningTexts.CostForSites.With(sites) : PlanningTexts.CostSitesUnknown.With(AssumedSites));
        return string.Join(' ', parts);
    }
}
