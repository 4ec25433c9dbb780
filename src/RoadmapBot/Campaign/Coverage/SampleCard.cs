using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Campaign.Coverage;

/// <summary>Whether the end users who take part stand for all, and where to look for more.</summary>
internal static class SampleCard
{
    public const string Verb = "coverage/sample";
    public const string SaveVerb = "coverage/sizes";

    private const int MostDepartments = 40;
    private const int MostPeople = 1_000_000;
    private const int LongestName = 80;
    private const int PageSize = 14;
    private const string Lines = "sizes";

    public static AdaptiveCard Render(CampaignView view, int page, string? typed = null, IReadOnlyList<string>? faults = null)
    {
        var sample = SampleRules.Of(view.Book.Sizes, [.. view.People.Select(person => person.Member)]);
        var paged = Paged<SamplePart>.Of(sample.Parts, PageSize, page);
        return new AdaptiveCard(CoverageTexts.SampleTitle,
        [
            new TextBlock(CoverageTexts.SampleTitle) { Style = "heading", Size = "large", Weight = "bolder" },
            .. (faults ?? []).Take(10).Select(fault => new TextBlock(Markdown.Escape(fault)) { Color = "attention" }),
            .. sample.Parts.Count == 0
                ? new CardElement[] { new TextBlock(CoverageTexts.SampleUnknown) }
                :
                [
                    new TextBlock(sample.Short == 0 ? CoverageTexts.SampleGood.With(sample.Wanted) : CoverageTexts.SampleShort.With(sample.Wanted, sample.Short)) { Color = sample.Short == 0 ? "good" : "attention" },
                    .. paged.Shown.Select(part => ChartBar.Row(
                        Markdown.Escape(part.Department), part.Short > 0 ? CoverageTexts.SampleAdd.With(part.Seated, part.Wanted, part.Short) : CoverageTexts.CountOf.With(part.Seated, part.Wanted),
                        Math.Min(part.Seated, part.Wanted), part.Wanted, part.Short > 0 ? "warning" : "good")),
                    .. sample.Over.Count > 0 ? [new TextBlock(Markdown.Escape(CoverageTexts.SampleOver.With(string.Join(", ", sample.Over)))) { IsSubtle = true }] : Array.Empty<CardElement>(),
                    .. sample.Elsewhere > 0 ? [new TextBlock(sample.Elsewhere.Of(CoverageTexts.SampleElsewhereOne, CoverageTexts.SampleElsewhereMany)) { IsSubtle = true }] : Array.Empty<CardElement>(),
                    new TextBlock(CoverageTexts.SampleRule.With(SampleRules.Least, SampleRules.Most)) { IsSubtle = true, Size = "small" },
                ],
            new TextInput(CoverageTexts.SampleSizes)
            {
                Id = Lines, IsMultiline = true, MaxLength = 4000, Placeholder = CoverageTexts.SampleHint,
                Value = typed ?? string.Join('\n', view.Book.Sizes.Select(size => $"{size.Department};{size.People}")),
            },
        ],
        [
            view.Go(EngagementsTexts.Save, SaveVerb) with { Style = "positive" },
            view.Go(EngagementsTexts.Back, CoverageCard.Verb) with { AssociatedInputs = "none" },
            .. paged.Ways((label, to) => view.Go(label, Verb, to) with { AssociatedInputs = "none" }),
        ]);
    }

    public static int Page(CardData data) => data.Number(Paged<SamplePart>.Key) ?? 0;

    /// <returns>The sizes, what was typed, and every line that cannot be one.</returns>
    public static (IReadOnlyList<DepartmentSize> Sizes, string Typed, IReadOnlyList<string> Faults) Read(CardData data)
    {
        var (sizes, faults) = (new List<DepartmentSize>(), new List<string>());
        var typed = data.Text(Lines) ?? "";
        foreach (var (index, line) in typed.Split('\n').Index().Where(line => line.Item.Trim().Length > 0))
        {
            var parts = line.Split(';', StringSplitOptions.TrimEntries);
            var isNumber = int.TryParse(parts[^1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var people) && people is > 0 and <= MostPeople;
            if (parts is not [{ Length: > 0 and <= LongestName } name, _] || !isNumber)
                faults.Add(CoverageTexts.SampleLine.With(index + 1, line.Trim().Cut(40)));
            else if (sizes.Any(size => string.Equals(size.Department, name, StringComparison.OrdinalIgnoreCase)))
                faults.Add(CoverageTexts.SampleTwice.With(index + 1, name));
            else
                sizes.Add(new DepartmentSize(name, people));
        }

        if (sizes.Count > MostDepartments)
            faults.Add(CoverageTexts.SampleMost.With(MostDepartments));
        return (sizes, typed, faults);
    }
}
