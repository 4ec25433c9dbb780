namespace RoadmapBot.Analysis.Language;

/// <summary>
/// What a text must say, as a line of words: <c>word</c> in any form, <c>=word</c> exactly so, <c>#</c> any number, <c>{name}</c> a concept or a class of
/// cues, <c>(this|or that)</c>, <c>[perhaps this]</c>, <c>..</c> up to three and <c>...</c> up to eight words between, and <c>this &amp; that</c> for both,
/// in any order. A pattern never reaches over a contrast ("but") or the end of a sentence.
/// </summary>
internal sealed class Pattern
{
    private readonly PatternStep[] _parts;
    private readonly int[][] _needs;

    /// <param name="needs">Symbols; of each set, one is in every text that matches.</param>
    internal Pattern(string source, IEnumerable<PatternAtom[]> parts, int[][] needs) =>
        (Source, _parts, _needs) = (source, [.. parts.Select(part => PatternStep.Link(part, null)!)], needs);

    public string Source { get; }

    /// <summary>Sets of symbols, not one of them empty; of each set, one symbol is in every text that matches: for looking patterns up.</summary>
    public IReadOnlyList<int[]> Needs => _needs;

    /// <summary>False where the text lacks something that the pattern asks for; a look that costs little.</summary>
    public bool CanMatch(Places places)
    {
        foreach (var need in _needs)
            if (!places.HasAny(need))
                return false;
        return true;
    }

    /// <summary>Every place where the whole pattern is said inside one passage: one run for each part.</summary>
    public IEnumerable<Run[]> Matches(Places places) => CanMatch(places) ? Found(places) : [];

    public IEnumerable<Run[]> Matches(Reading reading) => Matches(new Places(reading));

    private IEnumerable<Run[]> Found(Places places)
    {
        for (var first = Next(places, _parts[0], 0); first.Last > 0; first = Next(places, _parts[0], first.First + 1))
        {
            var runs = new Run[_parts.Length];
            runs[0] = first;
            if (Complete(places, runs))
                yield return runs;
        }
    }

    private bool Complete(Places places, Run[] runs)
    {
        var passages = places.Reading.Breaks.Passage;
        for (var part = 1; part < _parts.Length; part++)
        {
            var run = Next(places, _parts[part], 0);
            while (run.Last > 0 && (passages[run.First] != passages[runs[0].First] || Overlaps(run, runs.AsSpan(0, part))))
                run = Next(places, _parts[part], run.First + 1);
            if (run.Last == 0)
                return false;
            runs[part] = run;
        }
        return true;
    }

    private static bool Overlaps(Run run, ReadOnlySpan<Run> others)
    {
        foreach (var other in others)
            if (other.First < run.Last && run.First < other.Last)
                return true;
        return false;
    }

    /// <summary>The first run of the steps that begins at a word or behind it; an empty one where there is none more.</summary>
    private static Run Next(Places places, PatternStep step, int word)
    {
        for (var start = step.Beginning(places, word); start >= 0; start = step.Beginning(places, start + 1))
            if (PatternStep.End(places, step, start, places.Reading.Breaks.Passage[start]) is var end && end > start)
                return new Run(start, end);
        return default;
    }
}

/// <summary>One place of a <see cref="Pattern"/>.</summary>
internal abstract record PatternAtom
{
    internal sealed record Say(Word Word, bool Exact, int Symbol) : PatternAtom;

    internal sealed record Mention(int Symbol) : PatternAtom;

    internal sealed record Choice(PatternAtom[][] Options) : PatternAtom;

    internal sealed record Skip(int Most) : PatternAtom;
}

/// <summary>A place of a <see cref="Pattern"/> together with all that follows it, so that matching allocates nothing.</summary>
internal sealed class PatternStep
{
    private readonly PatternAtom _atom;
    private readonly PatternStep? _next;
    private readonly PatternStep?[] _options;

    /// <summary>Symbols that they can begin with; null where they can begin with any word.</summary>
    private readonly HashSet<int>? _first;

    private PatternStep(PatternAtom atom, PatternStep? next)
    {
        (_atom, _next, _options) = (atom, next, atom is PatternAtom.Choice choice ? [.. choice.Options.Select(option => Link(option, next))] : []);
        var first = new HashSet<int>();
        _first = AddFirst(first) ? first : null;
    }

    public static PatternStep? Link(IEnumerable<PatternAtom> atoms, PatternStep? next) =>
        atoms.Reverse().Aggregate(next, (following, atom) => new PatternStep(atom, following));

    /// <summary>The first word from <paramref name="word"/> on at which the steps could begin, or -1.</summary>
    public int Beginning(Places places, int word) => _first is not null ? places.NextOf(_first, word) : word < places.Words.Length ? word : -1;

    /// <summary>Where the steps end that begin at <paramref name="at"/>, or -1: the first way that fits.</summary>
    public static int End(Places places, PatternStep? step, int at, int passage)
    {
        if (step is null)
            return at;
        var words = places.Reading.Words;
        switch (step._atom)
        {
            case PatternAtom.Skip skip:
                for (var next = at; next <= at + skip.Most && next < words.Length; next++)
                    if (End(places, step._next, next, passage) is var end and >= 0)
                        return end;
                return -1;
            case PatternAtom.Choice:
                foreach (var option in step._options)
                    if (End(places, option, at, passage) is var end and >= 0)
                        return end;
                return -1;
        }
        if (at >= words.Length || places.Reading.Breaks.Passage[at] != passage)
            return -1;
        if (step._atom is PatternAtom.Say say)
            return (say.Exact ? say.Word.Raw == words[at].Raw : say.Symbol == places.Words[at]) ? End(places, step._next, at + 1, passage) : -1;
        var name = ((PatternAtom.Mention)step._atom).Symbol;
        for (var hit = places.NextAt(name, at, -1); hit >= 0; hit = places.NextAt(name, at, hit))
            if (End(places, step._next, places.LastOf(hit), passage) is var end and >= 0)
                return end;
        return -1;
    }

    /// <returns>False where the steps can begin with any word, or be nothing at all.</returns>
    private bool AddFirst(HashSet<int> symbols)
    {
        switch (_atom)
        {
            case PatternAtom.Say say:
                symbols.Add(say.Symbol);
                return true;
            case PatternAtom.Mention mention:
                symbols.Add(mention.Symbol);
                return true;
            case PatternAtom.Choice:
                return Array.TrueForAll(_options, option => option is not null && option.AddFirst(symbols));
            default:
                return false;
        }
    }
}
