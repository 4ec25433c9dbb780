using RoadmapBot.Analysis.Support;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps;

/// <summary>The form for the asset list, with what was read of the list that is there.</summary>
internal static class AssetsCard
{
    public const string SaveVerb = "assets/save";
    public const string RemoveVerb = "assets/remove";

    /// <summary>What a client sends with a form has little more room.</summary>
    public const int Longest = 20_000;

    private const int MostFaults = 15;
    private const int MostLines = 5;
    private const string List = "list";

    /// <param name="fault">What was wrong with the form; null where nothing was.</param>
    public static AdaptiveCard Render(Engagement engagement, string? fault)
    {
        var title = RoadmapsTexts.AssetsTitle.With(engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. fault is null ? Array.Empty<CardElement>() : [new TextBlock(fault) { Color = "attention", Weight = "bolder" }],
            .. engagement.AssetList is { } list ? Found(AssetList.Read(list)) : [new TextBlock(RoadmapsTexts.AssetsNone)],
            new TextBlock(RoadmapsTexts.AssetsIntro) { IsSubtle = true, Separator = true },
            new TextInput(RoadmapsTexts.AssetsLabel) { Id = List, IsMultiline = true, MaxLength = Longest, Placeholder = RoadmapsTexts.AssetsHint },
        ],
        [
            new ExecuteAction(RoadmapsTexts.AssetsSave, SaveVerb, Key(engagement)) { Style = "positive" },
            .. engagement.AssetList is null ? Array.Empty<CardAction>() : [new ExecuteAction(RoadmapsTexts.AssetsRemove, RemoveVerb, Key(engagement)) { AssociatedInputs = "none" }],
            SubmitAction.Saying(RoadmapsTexts.ToGaps, "gaps"),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static string? Read(CardData data) => data.Text(List);

    private static IEnumerable<CardElement> Found(AssetSheet sheet)
    {
        yield return new TextBlock(RoadmapsTexts.AssetsRead.With(sheet.Assets.Count, sheet.Assets.Sum(asset => (long)asset.Count), sheet.Faults.Count)) { Weight = "bolder" };
        if (sheet.Assets.Count > 0)
            yield return new TextBlock(RoadmapsTexts.AssetsNext);
        if (sheet.Faults.Count > 0)
            yield return new TextBlock(RoadmapsTexts.AssetsFaults) { Style = "heading", Weight = "bolder" };
        var alike = sheet.Faults.GroupBy(fault => fault.Why).ToArray();
        foreach (var faults in alike.Take(MostFaults))
            yield return new TextBlock(Markdown.Escape(RoadmapsTexts.AssetsFault.With(Lines([.. faults.Select(fault => fault.Line)]), faults.Key))) { Spacing = "none" };
        if (sheet.Faults.Count > 0)
            yield return new TextBlock(alike.Length > MostFaults ? RoadmapsTexts.AssetsMoreFaults.With(alike.Skip(MostFaults).Sum(faults => faults.Count())) : RoadmapsTexts.AssetsMend) { IsSubtle = true };
    }

    /// <summary>The first of them where there are many.</summary>
    private static string Lines(IReadOnlyList<int> lines)
    {
        var named = string.Join(", ", lines.Take(MostLines));
        return lines.Count switch
        {
            1 => RoadmapsTexts.AssetsLine.With(named),
            <= MostLines => RoadmapsTexts.AssetsLines.With(named),
            _ => RoadmapsTexts.AssetsManyLines.With(named, lines.Count - MostLines),
        };
    }

    private static Dictionary<string, string> Key(Engagement engagement) => new() { [CardKeys.Engagement] = engagement.Id.Value };
}
