using RoadmapBot.Analysis;
using RoadmapBot.Conversation;

namespace RoadmapBot.Roadmaps.Writing;

/// <summary>
/// Second step, where the answers were read in several portions: the sentences about a gap become one statement. It sees no answers any more, only
/// sentences that stand on them; what it writes is held against the answers again.
/// </summary>
internal sealed class GapWriter(Pen pen, AnswerReader reader)
{
    public const string Prompt = "word-gaps";

    private const int MostSentences = 3;

    internal sealed record Worded(IReadOnlyList<AnswerReader.SaidOfGap> Sentences);

    /// <summary>For gaps about which there are too many sentences, or several from different portions.</summary>
    /// <returns>The notes themselves where nothing came of it.</returns>
    public async Task<IReadOnlyList<Note>> Merge(IReadOnlyList<Gap> gaps, IReadOnlyList<Note> notes, CancellationToken cancel)
    {
        var many = notes.GroupBy(note => note.Gap).Where(ofGap => ofGap.Count() > 1).ToDictionary(ofGap => ofGap.Key, ofGap => ofGap.ToArray(), StringComparer.Ordinal);
        var portions = Pen.Portions(gaps.Where(gap => many.ContainsKey(gap.Id)), gap => many[gap.Id].Sum(note => note.Text.Length));
        pen.Is(WritingTexts.Merging.With(many.Count));
        var merged = (await Task.WhenAll(portions.Select(portion => pen.Write<Note>(refused => Ask(portion, many, refused, cancel)))))
            .SelectMany(offers => offers).Select(offer => offer.About).GroupBy(note => note.Gap).ToDictionary(ofGap => ofGap.Key, ofGap => ofGap.ToArray(), StringComparer.Ordinal);
        return [.. notes.GroupBy(note => note.Gap).SelectMany(ofGap => merged.GetValueOrDefault(ofGap.Key, [.. ofGap]).Take(MostSentences))];
    }

    private async Task<IReadOnlyList<Offer<Note>>> Ask(Gap[] portion, Dictionary<string, Note[]> notes, IReadOnlyList<Offer<Note>> refused, CancellationToken cancel)
    {
        var about = refused.Count == 0 ? portion : [.. portion.Where(gap => refused.Any(offer => offer.About.Gap == gap.Id))];
        if (about.Length == 0)
            return [];
        var worded = await pen.Ask<Worded>(Prompt, new Dictionary<string, object>
        {
            ["gaps"] = about.Select(gap => new { gap.Id, gap.Title }),
            ["notes"] = about.SelectMany(gap => notes[gap.Id]).Select(note => new { note.Gap, note.Text, note.Answers }),
            ["refused"] = refused.Where(offer => notes.ContainsKey(offer.About.Gap)).Select(offer => new { offer.About.Gap, Text = offer.Text.Length > Pen.LongestSentence ? "" : offer.Text, Wrong = offer.Fault }),
        }, cancel);
        return [.. (worded?.Sentences ?? []).Select(said => new Note(said.Gap, said.Text.Trim(), said.Answers)).Select(note => new Offer<Note>(note, note.Text, notes.ContainsKey(note.Gap) ? reader.Fault(note) : "There is no such gap."))];
    }
}
