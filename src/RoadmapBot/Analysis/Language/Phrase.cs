namespace RoadmapBot.Analysis.Language;

/// <summary>Words to look for in a row. A word that begins with "=" must be written so, a number in digits stands for itself and "#" for any number.</summary>
/// <param name="Name">What it is a phrase of: a concept's name or a cue's.</param>
/// <param name="Kind">Set where the name is that of a cue.</param>
/// <param name="Text">As written in the file, alternatives spelled out.</param>
/// <param name="Exact">For each word, whether no other form of it will do.</param>
internal sealed record Phrase(string Name, Cue? Kind, string Text, Word[] Words, bool[] Exact)
{
    /// <summary>The same for phrases that no text can tell apart.</summary>
    public string Form => string.Join(' ', Words.Zip(Exact, (word, exact) => exact ? "=" + word.Raw : word.Stem));

    /// <exception cref="NotationException">The text holds no word.</exception>
    public static Phrase Parse(Tokenizer tokenizer, string name, Cue? kind, string text) => WordsOf(tokenizer, text) is ({ Length: > 0 } words, var exact)
        ? new Phrase(name, kind, text, words, exact)
        : throw new NotationException($"The phrase \"{text}\" holds no word.", "Write one with letters or digits.");

    /// <summary>The words of a text in this notation, and which of them are exact.</summary>
    public static (Word[] Words, bool[] Exact) WordsOf(Tokenizer tokenizer, string text)
    {
        var (words, exact) = (new List<Word>(), new List<bool>());
        foreach (var piece in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece is Word.AnyNumber)
            {
                words.Add(new Word(0, 0, Word.AnyNumber, Word.AnyNumber));
                exact.Add(false);
            }
            foreach (var word in tokenizer.Words(piece))
            {
                words.Add(word);
                exact.Add(piece[0] is '=' || word.Stem is Word.AnyNumber);
            }
        }
        return ([.. words], [.. exact]);
    }
}
