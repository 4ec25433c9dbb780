namespace RoadmapBot.Analysis.Language;

/// <summary>
/// What a text must say, as a line of words: <c>word</c> in any form, <c>=word</c> exactly so, <c>#</c> any number, <c>{name}</c> a concept or a class of
/// cues, <c>(this|or that)</c>, <c>[perhaps this]</c>, <c>..</c> up to three and <c>...</c> up to eight words between, and <c>this &amp; that</c> for both,
/// in any order. A pattern never reaches over a contrast ("but") or the end of a sentence.
/// </summary>
internal sealed class Pattern
{
    private readonly PatternStep[] _parts;

    internal Pattern(string source, IEnumerable<PatternAtom[]> parts, IReadOnlyCollection<string> anchors) =>
        (Source, _parts, Anchors) = (source, [.. parts.Select(part => PatternStep.Link(part, null)!)], anchors);

    public string Source { get; }

    /// <summary>At least one of these stems or <c>{names}</c> is in every text that matches: the key for looking patterns up.</summary>
    public IReadOnlyCollection<string> Anchors { get; }

    /// <summary>Every place where the whole pattern is said inside one passage: one run for each part.</summary>
    public IEnumerable<Run[]> Matches(Reading reading)
    {
        foreach (var first in Runs(reading, _parts[0]))
        {
            var runs = new Run[_parts.Length];
            runs[0] = first;
            if (Complete(reading, runs))
                yield return runs;
        }
    }

    private bool Complete(Reading reading, Run[] runs)
    {
        for (var part = 1; part < _parts.Length; part++)
        {
            var others = runs.AsSpan(0, part).ToArray();
            var passage = reading.Breaks.Passage[runs[0].First];
            var run = Runs(reading, _parts[part])
                .FirstOrDefault(run => reading.Breaks.Passage[run.First] == passage && !others.Any(other => other.First < run.Last && run.First < other.Last));
            if (run.Last == 0)
                return false;
            runs[part] = run;
        }
        return true;
    }

    private static IEnumerable<Run> Runs(Reading reading, PatternStep step)
    {
        for (var start = 0; start < reading.Words.Length; start++)
            if (PatternStep.End(reading, step, start, reading.Breaks.Passage[start]) is var end && end > start)
                yield return new Run(start, end);
    }
}

/// <summary>One place of a <see cref="Pattern"/>.</summary>
internal abstract record PatternAtom
{
    internal sealed record Say(Word Word, bool Exact) : PatternAtom;

    internal sealed record Mention(string Name) : PatternAtom;

    internal sealed record Choice(PatternAtom[][] Options) : PatternAtom;

    internal sealed record Skip(int Most) : PatternAtom;
}

/// <summary>A place of a <see cref="Pattern"/> together with all that follows it, so that matching allocates nothing.</summary>
internal sealed class PatternStep
{
    private readonly PatternAtom _atom;
    private readonly PatternStep? _next;
    private readonly PatternStep?[] _options;

    private PatternStep(PatternAtom atom, PatternStep? next) =>
        (_atom, _next, _options) = (atom, next, atom is PatternAtom.Choice choice ? [.. choice.Options.Select(option => Link(option, next))] : []);

    public static PatternStep? Link(IEnumerable<PatternAtom> atoms, PatternStep? next) =>
        atoms.Reverse().Aggregate(next, (following, atom) => new PatternStep(atom, following));

    /// <summary>Where the steps end that begin at <paramref name="at"/>, or -1: the first way that fits.</summary>
    public static int End(Reading reading, PatternStep? step, int at, int passage)
    {
        if (step is null)
            return at;
        switch (step._atom)
        {
            case PatternAtom.Skip skip:
                for (var next = at; next <= at + skip.Most && next < reading.Words.Length; next++)
                    if (End(reading, step._next, next, passage) is var end and >= 0)
                        return end;
                return -1;
            case PatternAtom.Choice:
                foreach (var option in step._options)
                    if (End(reading, option, at, passage) is var end and >= 0)
                        return end;
                return -1;
        }
        if (at >= reading.Words.Length || reading.Breaks.Passage[at] != passage)
            return -1;
        if (step._atom is PatternAtom.Say say)
            return PhraseBook.Same(say.Word, say.Exact, reading.Words[at]) ? End(reading, step._next, at + 1, passage) : -1;
        foreach (var hit in reading.HitsAt(at))
            if (hit.Name == ((PatternAtom.Mention)step._atom).Name && End(reading, step._next, hit.Last, passage) is var end and >= 0)
                return end;
        return -1;
    }
}
