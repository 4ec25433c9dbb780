namespace RoadmapBot.Discovery;

/// <summary>Classes of words that a cue may name besides the lists of its file.</summary>
internal enum BuiltIn
{
    /// <summary>Any word of the list <c>number</c> or number in digits.</summary>
    Number,
    Year,
    Date,
    Ordinal,

    /// <summary>A capitalised word that is in no list.</summary>
    Name,

    /// <summary>Two to six capitals that are not in the list <c>plain</c>.</summary>
    Acronym,

    /// <summary>Any word that is not in the list <c>plain</c>.</summary>
    Word,

    /// <summary>Takes no word: the beginning of a sentence.</summary>
    Start,

    /// <summary>Takes no word: the end of a sentence.</summary>
    End,
}

/// <summary>A row of words to look for; see <see cref="SlotCues"/> for how it is written.</summary>
internal sealed class Cue
{
    private readonly IReadOnlyList<Part> _parts;

    private Cue(IReadOnlyList<Part> parts) => _parts = parts;

    /// <summary>The words that it can begin with, or null where a built-in class stands there.</summary>
    public IReadOnlySet<string>? Beginnings
    {
        get
        {
            var whole = _parts.Where(part => !part.Classes.Contains(BuiltIn.Start)).ToArray();
            var first = whole.Take(whole.TakeWhile(part => part.IsOptional).Count() + 1).ToArray();
            return first.Any(part => part.Classes.Count > 0)
                ? null
                : first.SelectMany(part => part.AnyCase.Concat(part.AsWritten.Select(word => word.ToLowerInvariant()))).ToHashSet();
        }
    }

    /// <summary>Null where the text is no cue; then <paramref name="mend"/> says what to write.</summary>
    public static Cue? Parse(string text, IReadOnlyDictionary<string, IReadOnlySet<string>> lists, out string mend)
    {
        mend = "";
        var parts = new List<Part>();
        foreach (var written in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ParsePart(written, lists, ref mend) is not { } part)
                return null;
            parts.Add(part);
        }

        if (parts.Exists(part => !part.IsOptional))
            return new Cue(parts);

        mend = "Let at least one word stand without \"?\".";
        return null;
    }

    /// <summary>How many words from <paramref name="at"/> the longest fit takes; zero where it does not fit.</summary>
    public int Length(IReadOnlyList<Word> words, int at) => Math.Max(0, End(words, at, 0) - at);

    private int End(IReadOnlyList<Word> words, int at, int next)
    {
        if (next == _parts.Count)
            return at;

        var part = _parts[next];
        if (part.Classes.Contains(BuiltIn.Start) && (at == 0 || words[at - 1].Kind is WordKind.Stop))
            return End(words, at, next + 1);
        if (part.Classes.Contains(BuiltIn.End) && (at == words.Count || words[at].Kind is WordKind.Stop))
            return End(words, at, next + 1);

        var with = at < words.Count && part.Fits(words[at]) ? End(words, at + 1, next + 1) : -1;
        var without = part.IsOptional ? End(words, at, next + 1) : -1;
        return Math.Max(with, without);
    }

    private static Part? ParsePart(string written, IReadOnlyDictionary<string, IReadOnlySet<string>> lists, ref string mend)
    {
        var part = new Part(written.EndsWith('?'), lists);
        foreach (var one in written.TrimEnd('?').Split('|'))
        {
            if (one is ['{', .. var name, '}'])
            {
                if (Enum.TryParse<BuiltIn>(name, ignoreCase: true, out var builtIn))
                    part.Classes.Add(builtIn);
                else if (lists.TryGetValue(name, out var words))
                    part.AnyCase.UnionWith(words);
                else
                {
                    mend = $"There is no list \"{name}\" under words.";
                    return null;
                }
            }
            else if (Words.Of(one) is [var word])
            {
                if (word.Written == word.Text)
                    part.AnyCase.Add(word.Text);
                else
                    part.AsWritten.Add(word.Written);
            }
            else
            {
                mend = $"\"{one}\" is not one word; write spaces between words.";
                return null;
            }
        }

        return part;
    }

    private sealed class Part(bool isOptional, IReadOnlyDictionary<string, IReadOnlySet<string>> lists)
    {
        public bool IsOptional => isOptional;

        public HashSet<string> AnyCase { get; } = [];

        public HashSet<string> AsWritten { get; } = [];

        public List<BuiltIn> Classes { get; } = [];

        public bool Fits(Word word) =>
            AnyCase.Contains(word.Text) || AsWritten.Contains(word.Written) || Classes.Exists(wanted => Is(word, wanted));

        private bool Is(Word word, BuiltIn wanted) => wanted switch
        {
            BuiltIn.Number => word.Kind is WordKind.Number || In("number", word),
            BuiltIn.Year => word.Kind is WordKind.Year,
            BuiltIn.Date => word.Kind is WordKind.Date,
            BuiltIn.Ordinal => word.Kind is WordKind.Ordinal || In("ordinal", word),
            BuiltIn.Name => word.IsCapitalised && !lists.Keys.Any(list => In(list, word)),
            BuiltIn.Acronym => word.IsAcronym && !In("plain", word),
            BuiltIn.Word => word.Kind is WordKind.Word && !In("plain", word),
            BuiltIn.Start or BuiltIn.End => false,
            _ => throw new ArgumentOutOfRangeException(nameof(wanted), wanted, null),
        };

        private bool In(string list, Word word) => lists.TryGetValue(list, out var words) && words.Contains(word.Text);
    }
}
