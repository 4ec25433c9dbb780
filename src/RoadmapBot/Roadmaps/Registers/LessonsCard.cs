using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Registers;

/// <summary>What went wrong in past projects, so that the next ones are guarded against it.</summary>
internal static class LessonsCard
{
    public const string Verb = "roadmap/lessons";

    private const int MostShown = 15;

    public static AdaptiveCard Render(RoadmapView view)
    {
        var lessons = view.Roadmap.Analysis.Lessons;
        return RegisterCards.Card(view, RoadmapsTexts.LessonsTitle,
        [
            new TextBlock(lessons.Count == 0 ? RoadmapsTexts.LessonsNone : RoadmapsTexts.LessonsIntro),
            .. lessons.Take(MostShown).SelectMany(IEnumerable<CardElement> (lesson) =>
                [RegisterCards.Heading(lesson.About.Count > 0 ? string.Join(", ", lesson.About).Capital() : RoadmapsTexts.LessonGeneral), .. GapCard.Lines(view, [lesson.Receipt]), .. Guard(lesson)]),
            .. lessons.Count > MostShown ? [RegisterCards.Small(RoadmapsTexts.AndMore.With(lessons.Count - MostShown))] : Array.Empty<CardElement>(),
        ]);
    }

    private static IEnumerable<CardElement> Guard(Lesson lesson) => lesson.Guard is { } guard ? [new TextBlock(Markdown.Escape(RoadmapsTexts.GuardOf.With(guard))) { Spacing = "small" }] : [];
}
