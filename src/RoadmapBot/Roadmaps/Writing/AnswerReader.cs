using RoadmapBot.Analysis;
using RoadmapBot.Conversation;

namespace RoadmapBot.Roadmaps.Writing;

/// <param name="Id">Short, for the model: A1, A2, …</param>
internal sealed record CitedAnswer(string Id, string Question, string Text, string Voice, string Statement);

/// <param name="Answers">Ids of answers.</param>
internal sealed record Note(string Gap, string Text, IReadOnlyList<string> Answers);

/// <summary>
/// First step of the wording: every answer behind a gap is read once, portion by portion, and once more at most where a sentence was refused. What comes
/// back are sentences about gaps, each with the answers that it stands on.
/// </summary>
internal sealed class AnswerReader(Pen pen, IReadOnlyList<Gap> gaps, IReadOnlyList<CitedAnswer> answers)
{
    public const string Prompt = "read-answers";

    private const int LongestAnswer = 4000;
    private const int MostSentences = 3;

    private readonly Dictionary<(string, string), CitedAnswer> _byReceipt = answers.ToDictionary(answer => (answer.Voice, answer.Statement));
    private readonly Dictionary<string, CitedAnswer> _byId = answers.ToDictionary(answer => answer.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Gap> _gaps = gaps.ToDictionary(gap => gap.Id, StringComparer.Ordinal);

    internal sealed record Read(IReadOnlyList<SaidOfGap> Sentences);

    internal sealed record SaidOfGap(string Gap, string Text, IReadOnlyList<string> Answers);

    /// <summary>How many portions there are: of one, the sentences need no second step.</summary>
    public int Portions { get; private set; }

    public async Task<IReadOnlyList<Note>> Notes(CancellationToken cancel)
    {
        var portions = Pen.Portions(answers, answer => answer.Question.Length + Math.Min(answer.Text.Length, LongestAnswer));
        Portions = portions.Count;
        var done = 0;
        pen.Is(WritingTexts.Reading.With(0, portions.Count));
        var read = await Task.WhenAll(portions.Select(async portion =>
        {
            var notes = await Of(portion, cancel);
            pen.Is(WritingTexts.Reading.With(Interlocked.Increment(ref done), portions.Count));
            return notes;
        }));
        return [.. read.SelectMany(notes => notes)];
    }

    /// <summary>Why a sentence may not stand; null where it may.</summary>
    public string? Fault(Note note)
    {
        if (!_gaps.TryGetValue(note.Gap, out var gap))
            return "There is no such gap.";
        if (note.Answers.Count == 0 || note.Answers.Distinct().Count() != note.Answers.Count || !note.Answers.All(_byId.ContainsKey))
            return "It cites answers that are not there.";
        var cited = note.Answers.Select(id => _byId[id]).ToArray();
        return cited.All(answer => gap.Evidence.Any(receipt => (receipt.Voice, receipt.Statement) == (answer.Voice, answer.Statement)))
            ? pen.Fault(note.Text, [.. cited.Select(answer => answer.Text)], [gap.Title, gap.Statement])
            : "It cites an answer that is none of this gap's.";
    }

    /// <summary>With the receipts that the rules have found in those answers.</summary>
    public Sentence SentenceOf(Note note) =>
        new(note.Text, [.. _gaps[note.Gap].Evidence.Where(receipt => note.Answers.Any(id => (_byId[id].Voice, _byId[id].Statement) == (receipt.Voice, receipt.Statement)))]);

    private async Task<IEnumerable<Note>> Of(CitedAnswer[] portion, CancellationToken cancel)
    {
        var passed = await pen.Write<Note>(async refused => await Ask(
            refused.Count == 0 ? portion : [.. portion.Where(answer => refused.Any(offer => offer.About.Answers.Contains(answer.Id)))], refused, cancel));
        return passed.Select(offer => offer.About).GroupBy(note => note.Gap).SelectMany(ofGap => ofGap.Take(MostSentences));
    }

    private async Task<IReadOnlyList<Offer<Note>>> Ask(CitedAnswer[] portion, IReadOnlyList<Offer<Note>> refused, CancellationToken cancel)
    {
        if (portion.Length == 0)
            return [];
        var shown = gaps.Select(gap => new { gap.Id, gap.Title, Answers = gap.Evidence.Select(Find).OfType<CitedAnswer>().Where(portion.Contains).Select(answer => answer.Id).Distinct().ToArray() })
            .Where(gap => gap.Answers.Length > 0 && (refused.Count == 0 || refused.Any(offer => offer.About.Gap == gap.Id))).ToArray();
        var read = await pen.Ask<Read>(Prompt, new Dictionary<string, object>
        {
            ["gaps"] = shown,
            ["answers"] = portion.Select(answer => new { answer.Id, answer.Question, Text = answer.Text.Cut(LongestAnswer) }),
            ["refused"] = refused.Where(offer => _gaps.ContainsKey(offer.About.Gap)).Select(offer => new { offer.About.Gap, Text = offer.Text.Cut(Pen.LongestSentence), Wrong = offer.Fault }),
        }, cancel);
        return [.. (read?.Sentences ?? []).Select(said => new Note(said.Gap, said.Text.Trim(), said.Answers)).Select(note => new Offer<Note>(note, note.Text, Fault(note)))];
    }

    private CitedAnswer? Find(Receipt receipt) => _byReceipt.GetValueOrDefault((receipt.Voice, receipt.Statement));
}
