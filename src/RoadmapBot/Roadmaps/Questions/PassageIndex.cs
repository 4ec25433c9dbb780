using RoadmapBot.Analysis.Catalogue;

namespace RoadmapBot.Roadmaps.Questions;

/// <param name="Score">By BM25, the higher the nearer.</param>
/// <param name="Share">How much of the question the passage speaks of, 0 to 1; rare words weigh more, and a word that no passage has weighs most.</param>
internal sealed record Match(Passage Passage, double Score, double Share);

/// <summary>Ranks passages by Okapi BM25 with its usual parameters; words of a title count as said three times.</summary>
internal sealed class PassageIndex
{
    private const double Saturation = 1.2;
    private const double LengthPart = 0.75;
    private const int TitleTimes = 3;

    private readonly Lexicon _lexicon;
    private readonly (Passage Passage, Dictionary<string, int> Terms, int Length)[] _passages;
    private readonly Dictionary<string, int> _holders;
    private readonly double _usual;

    public PassageIndex(Lexicon lexicon, IEnumerable<Passage> passages)
    {
        _lexicon = lexicon;
        _passages =
        [
            .. passages.Select(passage =>
            {
                var title = Words.InPassage(lexicon, passage.Title).ToArray();
                var terms = Enumerable.Repeat(title, TitleTimes).SelectMany(words => words)
                    .Concat(passage.Found.Prepend(passage.Says).SelectMany(text => Words.InPassage(lexicon, text))).ToArray();
                return (passage, terms.CountBy(term => term).ToDictionary(), terms.Length);
            }),
        ];
        _holders = _passages.SelectMany(one => one.Terms.Keys).CountBy(term => term).ToDictionary();
        _usual = _passages.Length == 0 ? 1 : Math.Max(1, _passages.Average(one => one.Length));
    }

    /// <returns>The nearest first; of equals in the order in which they were given.</returns>
    public IReadOnlyList<Match> Find(IReadOnlyList<string> terms, Func<Passage, bool> among)
    {
        var asked = terms.Distinct(StringComparer.Ordinal).ToArray();
        var whole = asked.Sum(Weight);
        return whole == 0 ? [] :
        [
            .. _passages.Where(one => among(one.Passage))
                .Select(one => new Match(one.Passage, asked.Sum(term => Score(term, one.Terms.GetValueOrDefault(term), one.Length)), asked.Where(one.Terms.ContainsKey).Sum(Weight) / whole))
                .Where(match => match.Score > 0).OrderByDescending(match => match.Score),
        ];
    }

    private double Score(string term, int times, int length) =>
        times == 0 ? 0 : Weight(term) * times * (Saturation + 1) / (times + (Saturation * (1 - LengthPart + (LengthPart * length / _usual))));

    private double Weight(string term)
    {
        var holders = _holders.GetValueOrDefault(term);
        return Math.Log(1 + ((_passages.Length - holders + 0.5) / (holders + 0.5)));
    }

    public IReadOnlyList<string> TermsOf(Question question) => Words.Of(_lexicon, question.Text, isAsked: question.Kind is not QuestionKind.Any);
}
