namespace RoadmapBot.Analysis.Language;

/// <summary>
/// Numbers for the stems and names that patterns ask for, so that texts are searched by number and not by word. Filled while the catalogue is read, and only
/// read from then on.
/// </summary>
internal sealed class Symbols
{
    public const int None = -1;

    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    public int Count => _stems.Count + _names.Count;

    public int AddStem(string stem) => Add(_stems, stem);

    /// <param name="name">Of a concept or a class of cues.</param>
    public int AddName(string name) => Add(_names, name);

    public int OfStem(string stem) => _stems.GetValueOrDefault(stem, None);

    public int OfName(string name) => _names.GetValueOrDefault(name, None);

    private int Add(Dictionary<string, int> symbols, string text)
    {
        if (!symbols.TryGetValue(text, out var symbol))
            symbols.Add(text, symbol = Count);
        return symbol;
    }
}
