using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Registers;

/// <summary>What went wrong in past projects, so that the next ones are guarded against it.</summary>
internal static class LessonsCard
{
    public const string Verb = "roadmap/lessons";

    private const int MostShown = 15;

    /// <summary>Things that a heading names.</summary>
    private const int MostNamed = 4;

    public static AdaptiveCard Render(RoadmapView view)
    {
        var lessons = view.Roadmap.Analysis.Lessons;
        return RegisterCards.Card(view, RoadmapsTexts.LessonsTitle,
        [
            new TextBlock(lessons.Count == 0 ? RoadmapsTexts.LessonsNone : RoadmapsTexts.LessonsIntro),
            .. lessons.Take(MostShown).SelectMany(IEnumerable<CardElement> (lesson) =>
                [RegisterCards.Heading(TitleOf(lesson)), .. GapCard.Lines(view, [lesson.Receipt]), .. Guard(lesson)]),
            .. lessons.Count > MostShown ? [RegisterCards.Small(RoadmapsTexts.AndMore.With(lessons.Count - MostShown))] : Array.Empty<CardElement>(),
        ]);
    }

    private static string TitleOf(Lesson lesson)
    {
        if (lesson.About.Count == 0)
            return RoadmapsTexts.LessonGeneral;
        var named = string.Join(", ", lesson.About.Take(MostNamed)).Capital();
        return lesson.About.Count > MostNamed ? $"{named} {RoadmapsTexts.AndMore.With(lesson.About.Count - MostNamed)}" : named;
    }

    private static IEnumerable<CardElement> Guard(Lesson lesson) => lesson.Guard is { } guard ? [new TextBlock(Markdown.Escape(RoadmapsTexts.GuardOf.With(guard))) { Spacing = "small" }] : [];
}
