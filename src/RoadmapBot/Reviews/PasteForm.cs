using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Reviews;

/// <summary>Readings as lines of text. What is not taken stays in the box, each line with its reason above.</summary>
internal static class PasteForm
{
    public const string Verb = "kpi/paste";
    public const string TakeVerb = "kpi/take";

    /// <summary>The same, where what is unusual is said to be right.</summary>
    public const string SureVerb = "kpi/take-sure";

    /// <summary>In characters: what is not taken stands on the card again, which has 28 KB.</summary>
    public const int Longest = 5_000;

    private const int MostTold = 15;
    private const int LongestLine = 60;
    private const int MostNamed = 10;
    private const string Lines = "lines";

    /// <param name="came">What came of the lines; null before any were sent.</param>
    public static AdaptiveCard Render(KpiView view, PastedReadings? came, string? fault = null)
    {
        LineLeft[] left = came is null ? [] : [.. came.Refused.Concat(came.Asked).OrderBy(line => line.Number)];
        return new AdaptiveCard(KpiTexts.PasteTitle,
        [
            KpiView.Title(KpiTexts.PasteTitle),
            .. KpiView.Fault(fault),
            .. came is null ? Array.Empty<CardElement>() : [new TextBlock(KpiTexts.PasteCame.With(came.Taken.Count, came.Known, came.Refused.Count, came.Asked.Count)) { Weight = "bolder", Color = left.Length == 0 ? "good" : "attention" }],
            .. left.Take(MostTold).Select(CardElement (line) => new TextBlock(Markdown.Escape(KpiTexts.LineLeft.With(line.Number, line.Text.Cut(LongestLine), line.Why))) { Spacing = "none" }),
            .. left.Length > MostTold ? [new TextBlock(KpiTexts.PasteMore.With(left.Length - MostTold)) { IsSubtle = true }] : Array.Empty<CardElement>(),
            new TextBlock(KpiTexts.PasteIntro) { IsSubtle = true, Separator = true },
            new TextBlock(Markdown.Escape(KpiTexts.PasteNames.With(string.Join(", ", view.Book.Kpis.Take(MostNamed).Select(kpi => kpi.Id))))) { IsSubtle = true, Size = "small" },
            new TextInput(KpiTexts.PasteLabel)
            {
                Id = Lines, IsMultiline = true, MaxLength = Longest, Placeholder = KpiTexts.PasteHint, IsRequired = true, ErrorMessage = KpiTexts.PasteMissing,
                Value = left.Length == 0 ? null : string.Join('\n', left.Select(line => line.Text)),
            },
        ],
        [
            view.Go(KpiTexts.PasteTake, TakeVerb) with { Style = "positive" },
            .. came is { Asked.Count: > 0 } ? [view.Go(KpiTexts.PasteSure, SureVerb)] : Array.Empty<CardAction>(),
            view.Go(KpiTexts.BackToKpis, KpiListCard.Verb) with { AssociatedInputs = "none" },
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static string? Read(CardData data) => data.Text(Lines);
}
