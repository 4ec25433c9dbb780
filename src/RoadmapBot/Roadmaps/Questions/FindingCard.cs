using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Questions;

/// <summary>An answer with what it stands on; each citation opens the card that holds it.</summary>
internal static class FindingCard
{
    private const int LongestQuestion = 200;
    private const int LongestLine = 600;

    /// <summary>Receipts of so many gaps; the citations lead to all.</summary>
    private const int MostGaps = 2;

    public static AdaptiveCard Render(RoadmapView view, Finding finding) => new(finding.IsSilent ? QuestionsTexts.Silent : QuestionsTexts.Title,
    [
        new TextBlock(finding.IsSilent ? QuestionsTexts.Silent : QuestionsTexts.Title) { Style = "heading", Size = "large", Weight = "bolder" },
        .. finding.Question.Text.Length == 0 ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(finding.Question.Text.Cut(LongestQuestion))) { IsSubtle = true, Spacing = "none" }],
        .. finding.IsSilent ? [new TextBlock(QuestionsTexts.SilentWhy.With(view.Roadmap.Version))] : Answer(view, finding),
    ],
    [
        .. finding.IsSilent ? Instead(view) : [],
        SubmitAction.Saying(RoadmapsTexts.ToRoadmap, "roadmap"),
        SubmitAction.Saying(EngagementsTexts.NextReport, finding.Question.Text.Length is > 2 and <= Question.Longest ? $"report: {finding.Question.Text}" : "report"),
    ])
    { Teams = TeamsCardSettings.FullWidth };

    /// <summary>Without a question: what can be asked.</summary>
    public static AdaptiveCard Invite(RoadmapView view) => new(QuestionsTexts.InviteTitle,
    [
        new TextBlock(QuestionsTexts.InviteTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(Rights.MaySeePlan(view.Reader.Seat.Member) ? QuestionsTexts.Invite : QuestionsTexts.InviteUser),
    ],
    [.. Instead(view), SubmitAction.Saying(RoadmapsTexts.ToRoadmap, "roadmap")]);

    private static IEnumerable<CardElement> Answer(RoadmapView view, Finding finding)
    {
        foreach (var (at, line) in finding.Lines.Index())
            yield return new TextBlock(Markdown.Escape(line.Cut(LongestLine))) { Spacing = at == 0 ? null : "small" };
        foreach (var gap in finding.Behind.Take(MostGaps))
        {
            yield return new TextBlock(Markdown.Escape(gap.Title)) { Style = "heading", Weight = "bolder", Separator = true };
            foreach (var line in GapCard.Lines(view, [.. gap.Evidence.Take(MostGaps)]))
                yield return line;
        }

        yield return new TextBlock(Markdown.Escape(QuestionsTexts.From.With(view.Roadmap.Version, view.Roadmap.IsApproved ? QuestionsTexts.Approved : QuestionsTexts.Draft))) { Style = "heading", Size = "default", Weight = "bolder", Separator = true };
        foreach (var passage in finding.From.Concat(finding.Behind.Select(gap => OfGap(gap))).DistinctBy(passage => (passage.Verb, string.Join('/', passage.Data.Select(pair => pair.Value)))))
            yield return new Container(
            [
                new TextBlock(Markdown.Escape(passage.Title)) { Color = "accent" },
                new TextBlock(NameOf(passage.Kind)) { IsSubtle = true, Size = "small", Spacing = "none" },
            ])
            { SelectAction = view.Go(passage.Title, passage.Verb, [.. passage.Data]), Spacing = "small" };
    }

    private static Passage OfGap(Analysis.Gap gap) => new(PassageKind.Gap, $"gap/{gap.Id}", gap.Title, gap.Statement, [], GapCard.Verb, (RoadmapView.Keys.Gap, gap.Id));

    /// <summary>Questions that this roadmap answers to this reader.</summary>
    private static IEnumerable<CardAction> Instead(RoadmapView view)
    {
        yield return Ask(QuestionsTexts.AskFirst);
        yield return Ask(QuestionsTexts.AskMine);
        if (Rights.MaySeePlan(view.Reader.Seat.Member))
            yield return Ask(QuestionsTexts.AskBudget);
    }

    private static SubmitAction Ask(string question) => SubmitAction.Saying(question, $"ask: {question}");

    private static string NameOf(PassageKind kind) => kind switch
    {
        PassageKind.Initiative => QuestionsTexts.KindInitiative,
        PassageKind.Gap => QuestionsTexts.KindGap,
        PassageKind.Quote => QuestionsTexts.KindQuote,
        PassageKind.Kpi => QuestionsTexts.KindKpi,
        PassageKind.Budget => QuestionsTexts.KindBudget,
        PassageKind.Timeline => QuestionsTexts.KindTimeline,
        PassageKind.Support => QuestionsTexts.KindSupport,
        PassageKind.Contradiction => QuestionsTexts.KindContradiction,
        PassageKind.Unknown => QuestionsTexts.KindUnknown,
        PassageKind.Decision => QuestionsTexts.KindDecision,
        PassageKind.Department => QuestionsTexts.KindDepartment,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
