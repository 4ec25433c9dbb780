using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>A group's order within the reckoned one: what the group has put in order shares out the places that it has among all, everything else keeps its place.</summary>
internal static class GroupOrderRules
{
    /// <param name="ranked">As reckoned, the foremost first.</param>
    /// <param name="order">Null for none; what it names and is not proposed is passed over.</param>
    public static IReadOnlyList<Proposal> Apply(IReadOnlyList<Proposal> ranked, GroupOrder? order)
    {
        if (order is null)
            return ranked;
        var places = order.Initiatives.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        var scored = new Queue<Proposal>(ranked.Where(one => places.ContainsKey(one.Id)).OrderBy(one => places[one.Id]));
        return [.. ranked.Select(one => places.ContainsKey(one.Id) ? scored.Dequeue() : one)];
    }

    /// <summary>Why it stands where it does, where the group has put it there.</summary>
    /// <param name="why">The arithmetic in words.</param>
    public static string Why(string id, GroupOrder? order, string why) => order is not null && order.Initiatives.Index().Any(one => one.Item == id)
        ? PlanningTexts.WhyGroup.With(order.Initiatives.Index().First(one => one.Item == id).Index + 1, order.Round, why)
        : why;
}
