namespace RoadmapBot.Discovery;

/// <summary>
/// Sees which slots an answer holds, and so what is worth asking after it. At each word the longest cue that fits speaks, ties speak together,
/// and reading goes on behind it: the number in "Windows Server 2016" is no amount, and "last week" is both a date and an example.
/// </summary>
internal sealed class Slots
{
    private readonly Dictionary<string, List<(Cue Cue, Slot? Slot)>> _byBeginning = [];
    private readonly List<(Cue Cue, Slot? Slot)> _anywhere = [];
    private readonly SlotCues _cues;

    public Slots(SlotCues cues)
    {
        _cues = cues;
        foreach (var slot in cues.Slots)
        {
            foreach (var cue in slot)
                Add(cue, slot.Key);
        }

        foreach (var cue in cues.Ignored)
            Add(cue, null);
    }

    public IReadOnlySet<Slot> In(string answer)
    {
        var words = Words.Of(answer);
        var found = new HashSet<Slot>();
        for (var at = 0; at < words.Count;)
        {
            var here = CuesAt(words, at);
            var length = here.Select(fit => fit.Length).DefaultIfEmpty(0).Max();
            var longest = here.Where(fit => fit.Length == length).Select(fit => fit.Slot).ToArray();
            if (!longest.Contains(null))
                found.UnionWith(longest.OfType<Slot>());
            at += Math.Max(1, length);
        }

        return found;
    }

    /// <summary>The slot to ask after next, or null where no probe is worth it: all is said, asked already, or there is nothing to tell.</summary>
    /// <param name="answers">What was said to the question so far: the answer, then the replies to its probes.</param>
    /// <param name="asked">The slots that were asked after already; none is asked twice, whatever the reply.</param>
    public Slot? NextProbe(Question question, IReadOnlyList<string> answers, IReadOnlyCollection<Slot> asked) =>
        OpenProbes(question, answers, asked).Select(slot => (Slot?)slot).FirstOrDefault();

    /// <summary>All slots that a probe is worth, most wanted first.</summary>
    /// <inheritdoc cref="NextProbe"/>
    public IReadOnlyList<Slot> OpenProbes(Question question, IReadOnlyList<string> answers, IReadOnlyCollection<Slot> asked)
    {
        if (answers.Any(SaysNothing))
            return [];

        var said = answers.SelectMany(In).ToHashSet();
        return [.. question.Slots.Where(slot => question.Probes.ContainsKey(slot) && !said.Contains(slot) && !asked.Contains(slot))];
    }

    /// <summary>True for "none", "no, nothing comes to mind, sorry" and their like, and for an answer without a word.</summary>
    public bool SaysNothing(string answer)
    {
        var words = Words.Of(answer).Where(word => word.Kind is not WordKind.Stop).ToArray();
        var isNothing = words.Length == 0;
        for (var at = 0; at < words.Length;)
        {
            var nothing = _cues.Nothing.Max(cue => cue.Length(words, at));
            var filler = _cues.Fillers.Max(cue => cue.Length(words, at));
            if (nothing == 0 && filler == 0)
                return false;

            isNothing |= nothing >= filler;
            at += Math.Max(nothing, filler);
        }

        return isNothing;
    }

    private IReadOnlyList<(int Length, Slot? Slot)> CuesAt(IReadOnlyList<Word> words, int at) =>
    [
        .. _anywhere.Concat(_byBeginning.GetValueOrDefault(words[at].Text, []))
            .Select(entry => (Length: entry.Cue.Length(words, at), entry.Slot))
            .Where(fit => fit.Length > 0),
    ];

    private void Add(Cue cue, Slot? slot)
    {
        if (cue.Beginnings is not { } beginnings)
        {
            _anywhere.Add((cue, slot));
            return;
        }

        foreach (var word in beginnings)
        {
            if (!_byBeginning.TryGetValue(word, out var cues))
                _byBeginning[word] = cues = [];
            cues.Add((cue, slot));
        }
    }
}
