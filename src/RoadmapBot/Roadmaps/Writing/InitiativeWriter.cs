using RoadmapBot.Analysis;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Writing;

/// <summary>What each initiative is for, from what every reader of the plan sees: no answer goes into it, so that it may stand on every card.</summary>
internal sealed class InitiativeWriter(Pen pen)
{
    public const string Prompt = "word-initiatives";

    internal sealed record Worded(IReadOnlyList<SaidOfInitiative> Initiatives);

    internal sealed record SaidOfInitiative(string Id, string Text);

    private sealed record Facts(string Id, string Title, string Objective, string[] Gaps, string[] Objectives)
    {
        public string[] Texts => [Title, Objective, .. Gaps, .. Objectives];
    }

    public async Task<IReadOnlyList<InitiativeWords>> Word(GapAnalysis analysis, Plan plan, CancellationToken cancel)
    {
        var facts = plan.Initiatives.Select(one => new Facts(
            one.Id, one.Title, one.Objective, [.. analysis.Gaps.Where(gap => one.Addresses.Contains(gap.Id)).Select(gap => $"{gap.Title}: {gap.Statement}")],
            [.. one.Objectives.Select(index => analysis.Objectives[index].Text)])).ToArray();
        var portions = Pen.Portions(facts, one => one.Texts.Sum(text => text.Length));
        var passed = await Task.WhenAll(portions.Select(portion => pen.Write<string>(refused => Ask(portion, refused, cancel))));
        return [.. passed.SelectMany(offers => offers).DistinctBy(offer => offer.About).Select(offer => new InitiativeWords(offer.About, offer.Text))];
    }

    private async Task<IReadOnlyList<Offer<string>>> Ask(Facts[] portion, IReadOnlyList<Offer<string>> refused, CancellationToken cancel)
    {
        var about = refused.Count == 0 ? portion : [.. portion.Where(one => refused.Any(offer => offer.About == one.Id))];
        if (about.Length == 0)
            return [];
        var worded = await pen.Ask<Worded>(Prompt, new Dictionary<string, object>
        {
            ["initiatives"] = about.Select(one => new { one.Id, one.Title, one.Objective, one.Gaps, one.Objectives }),
            ["refused"] = refused.Where(offer => offer.Text.Length <= Pen.LongestSentence).Select(offer => new { Id = offer.About, offer.Text, Wrong = offer.Fault }),
        }, cancel);
        return [.. (worded?.Initiatives ?? []).Select(said => new Offer<string>(said.Id, said.Text.Trim(), Fault(about, said)))];
    }

    private string? Fault(Facts[] about, SaidOfInitiative said) =>
        about.FirstOrDefault(one => one.Id == said.Id) is { } facts ? pen.Fault(said.Text.Trim(), [string.Join(".\n", facts.Texts)], []) : "There is no such initiative.";
}
