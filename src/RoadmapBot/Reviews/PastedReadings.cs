using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Reviews;

/// <summary>A line that was not taken, and why.</summary>
/// <param name="Number">Counts from 1, empty lines too.</param>
internal sealed record LineLeft(int Number, string Text, string Why);

/// <summary>What came of pasted lines. Every line that is not empty is in one of them.</summary>
/// <param name="Taken">To be noted.</param>
/// <param name="Known">How many lines say what is noted already.</param>
/// <param name="Asked">So unusual that somebody has to say that they are right.</param>
internal sealed record PastedReadings(IReadOnlyList<Reading> Taken, int Known, IReadOnlyList<LineLeft> Refused, IReadOnlyList<LineLeft> Asked)
{
    private const string Header = "kpi;date;value";

    /// <summary>Older ones tell nothing of this roadmap.</summary>
    private const int MostYears = 10;

    /// <param name="isSure">Somebody has said that what is unusual is right.</param>
    public static PastedReadings Read(string text, KpiBook book, Engagement engagement, bool isSure, Person by, DateTimeOffset now)
    {
        var (taken, refused, asked, known) = (new List<Reading>(), new List<LineLeft>(), new List<LineLeft>(), 0);
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line) || line.Replace(" ", "", StringComparison.Ordinal).Equals(Header, StringComparison.OrdinalIgnoreCase))
                continue;
            var so = book.With(taken);
            var (reading, fault) = Line(line, so, engagement, by, now);
            if (reading is null)
                refused.Add(new LineLeft(index + 1, line, fault!));
            else if (KpiStory.Of(so.Find(reading.Kpi)!, so, engagement, now) is var story && story.Readings.Any(one => one.On == reading.On && one.Value == reading.Value))
                known++;
            else if (!isSure && story.IsUnusual(reading.Value))
                asked.Add(new LineLeft(index + 1, line, KpiTexts.Unusual.With(KpiValue.InWords(reading.Value, story.Kpi.Unit), Usual(story))));
            else
                taken.Add(reading);
        }

        return new PastedReadings(taken, known, refused, asked);
    }

    /// <returns>What is wrong with the day as a text for the person; null for nothing.</returns>
    public static string? Fault(DateOnly day, DateOnly today) =>
        day > today ? KpiTexts.FaultFuture.With(day) : day < today.AddYears(-MostYears) ? KpiTexts.FaultOld.With(day, MostYears) : null;

    /// <summary>What the last readings were, for comparison.</summary>
    public static string Usual(KpiStory story) => story.Readings.Count == 0
        ? KpiTexts.UsualBaseline.With(KpiValue.InWords(story.Kpi.Baseline ?? 0, story.Kpi.Unit))
        : KpiTexts.UsualRange.With(KpiValue.InWords(story.Readings.Min(one => one.Value), story.Kpi.Unit), KpiValue.InWords(story.Readings.Max(one => one.Value), story.Kpi.Unit));

    private static (Reading? Reading, string? Fault) Line(string line, KpiBook book, Engagement engagement, Person by, DateTimeOffset now)
    {
        var parts = line.Split(';', '\t');
        if (parts.Length != 3)
            return (null, KpiTexts.FaultParts.With(parts.Length));
        var name = parts[0].Trim();
        if (book.Kpis.FirstOrDefault(one => one.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } kpi)
            return (null, KpiTexts.FaultKpi.With(name.Cut(40)));
        if (!DateOnly.TryParseExact(parts[1].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (null, KpiTexts.FaultDate.With(parts[1].Trim().Cut(30)));
        if (Fault(day, engagement.Today(now)) is { } fault)
            return (null, fault);
        var (value, wrong) = KpiValue.Read(parts[2], kpi.Unit);
        return value is { } number ? (new Reading(kpi.Id, day, number, by.Id, by.Name, now), null) : (null, wrong);
    }
}
