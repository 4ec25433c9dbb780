namespace RoadmapBot.Analysis.Language;

/// <summary>Reads the notation of <see cref="Pattern"/>. Faults are <see cref="NotationException"/>s.</summary>
internal sealed class PatternParser(Tokenizer tokenizer, IReadOnlySet<string> names, Symbols symbols)
{
    private const int ShortSkip = 3;
    private const int LongSkip = 8;

    public Pattern Parse(string source)
    {
        var parts = source.Split('&').Select(part => Sequence(part.Trim(), source)).ToArray();
        if (parts.Any(part => part.Length == 0 || part[0] is PatternAtom.Skip || part[^1] is PatternAtom.Skip))
            throw new NotationException($"\"{source}\" has an empty part, or begins or ends with dots.", "Name a word or a {concept} there.");
        var needs = parts.SelectMany(part => part).Select(Keys).Where(keys => keys.Count > 0)
            .OrderBy(keys => keys.Count).Select(keys => keys.ToArray()).ToArray();
        if (needs.Length == 0)
            throw new NotationException($"\"{source}\" asks for nothing in particular.", "Name a word or a {concept} outside [ ].");
        return new Pattern(source, parts, needs);
    }

    private PatternAtom[] Sequence(string text, string source)
    {
        var atoms = new List<PatternAtom>();
        for (var at = 0; at < text.Length;)
        {
            var close = text[at] switch
            {
                '(' => Closing(text, at, '(', ')', source),
                '[' => Closing(text, at, '[', ']', source),
                '{' => Closing(text, at, '{', '}', source),
                _ => -1,
            };
            if (close > 0)
            {
                atoms.Add(Group(text[at], text[(at + 1)..close].Trim(), source));
                at = close + 1;
                continue;
            }
            var next = text.AsSpan(at).IndexOfAny("([{");
            var plain = next < 0 ? text[at..] : text.Substring(at, next);
            atoms.AddRange(Plain(plain, source));
            at += plain.Length;
        }
        return [.. atoms];
    }

    private PatternAtom Group(char opening, string inside, string source) => opening switch
    {
        '{' when names.Contains(inside) => new PatternAtom.Mention(symbols.AddName(inside)),
        '{' => throw new NotationException($"\"{source}\" names the unknown concept \"{inside}\".", "Add it to a lexicon file, or correct the name."),
        '(' => new PatternAtom.Choice([.. Options(inside).Select(option => Sequence(option, source))]),
        _ => new PatternAtom.Choice([.. Options(inside).Select(option => Sequence(option, source)), []]),
    };

    private IEnumerable<PatternAtom> Plain(string text, string source)
    {
        foreach (var piece in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece is "..")
                yield return new PatternAtom.Skip(ShortSkip);
            else if (piece is "...")
                yield return new PatternAtom.Skip(LongSkip);
            else
            {
                var (words, exact) = Phrase.WordsOf(tokenizer, piece);
                if (words.Length == 0)
                    throw new NotationException($"\"{source}\" has \"{piece}\" where a word should be.", "See the catalogue's README for the notation.");
                for (var i = 0; i < words.Length; i++)
                    yield return new PatternAtom.Say(words[i], exact[i], symbols.AddStem(words[i].Stem));
            }
        }
    }

    private static HashSet<int> Keys(PatternAtom atom) => atom switch
    {
        PatternAtom.Say say => [say.Symbol],
        PatternAtom.Mention mention => [mention.Symbol],
        PatternAtom.Choice choice => KeysOfEach(choice.Options),
        _ => [],
    };

    /// <summary>Keys of which every option has one; none where an option has none.</summary>
    private static HashSet<int> KeysOfEach(PatternAtom[][] options)
    {
        var each = options.Select(option => option.Select(Keys).FirstOrDefault(keys => keys.Count > 0)).ToArray();
        return each.Any(keys => keys is null) ? [] : [.. each.SelectMany(keys => keys!)];
    }

    /// <summary>The alternatives between bars, bars inside nested brackets apart.</summary>
    private static IEnumerable<string> Options(string inside)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < inside.Length; i++)
        {
            depth += inside[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (inside[i] is not '|' || depth > 0)
                continue;
            yield return inside[start..i].Trim();
            start = i + 1;
        }
        yield return inside[start..].Trim();
    }

    private static int Closing(string text, int from, char opening, char closing, string source)
    {
        var depth = 0;
        for (var i = from; i < text.Length; i++)
        {
            depth += text[i] == opening ? 1 : text[i] == closing ? -1 : 0;
            if (depth == 0)
                return i;
        }
        throw new NotationException($"\"{source}\" opens a {opening} that nothing closes.", $"Add the {closing}.");
    }
}
