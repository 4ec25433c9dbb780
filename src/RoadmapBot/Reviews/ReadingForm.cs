using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Reviews;

/// <summary>Somebody tells what was measured; what is far from the usual is asked about once more.</summary>
internal static class ReadingForm
{
    public const string Verb = "kpi/reading";
    public const string NoteVerb = "kpi/note";

    /// <summary>The same, said to be right although it is unusual.</summary>
    public const string SureVerb = "kpi/note-sure";

    private const int LongestValue = 30;

    private const string Value = "value";
    private const string On = "on";

    /// <param name="isAsked">The fault is a question, which a button answers.</param>
    public static AdaptiveCard Render(KpiView view, KpiStory story, CardData filled, string? fault, bool isAsked = false)
    {
        var title = KpiTexts.ReadingTitle.With(story.Kpi.Name);
        return new AdaptiveCard(title,
        [
            KpiView.Title(title),
            .. KpiView.Fault(fault),
            new TextInput(KpiTexts.ReadingValue.With(story.Kpi.Unit)) { Id = Value, Value = filled.Text(Value), MaxLength = LongestValue, IsRequired = true, ErrorMessage = KpiTexts.ValueMissing },
            new DateInput(KpiTexts.ReadingDay) { Id = On, Value = filled.Text(On) ?? story.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), IsRequired = true, ErrorMessage = KpiTexts.DayMissing },
        ],
        [
            view.Go(EngagementsTexts.Save, NoteVerb, story.Kpi.Id) with { Style = "positive" },
            .. isAsked ? [view.Go(KpiTexts.ItIsRight, SureVerb, story.Kpi.Id)] : Array.Empty<CardAction>(),
            view.Go(EngagementsTexts.Back, KpiCard.Verb, story.Kpi.Id) with { AssociatedInputs = "none" },
        ]);
    }

    /// <returns>The reading, or what is wrong with the form as a text for the person; whether that is a question.</returns>
    public static (Reading? Reading, string? Fault, bool IsAsked) Read(CardData data, KpiStory story, bool isSure, Person by, DateTimeOffset at)
    {
        if (data.Text(Value) is null)
            return (null, KpiTexts.ValueMissing, false);
        if (data.Date(On) is not { } day)
            return (null, KpiTexts.DayMissing, false);
        if (PastedReadings.Fault(day, story.Today) is { } wrongDay)
            return (null, wrongDay, false);
        var (value, fault) = KpiValue.Read(data.Text(Value), story.Kpi.Unit);
        if (value is not { } number)
            return (null, fault, false);
        return !isSure && story.IsUnusual(number)
            ? (null, KpiTexts.Unusual.With(KpiValue.InWords(number, story.Kpi.Unit), PastedReadings.Usual(story)), true)
            : (new Reading(story.Kpi.Id, day, number, by.Id, by.Name, at), null, false);
    }
}
