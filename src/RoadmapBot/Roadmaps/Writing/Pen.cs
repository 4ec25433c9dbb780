using RoadmapBot.Analysis;
using RoadmapBot.LanguageModel;

namespace RoadmapBot.Roadmaps.Writing;

/// <summary>A sentence as a model gave it, with whatever it is about.</summary>
internal sealed record Offer<T>(T About, string Text, string? Fault);


/// <summary>One draft's dealings with the model: who pays, who is hidden, how much time is left, what came of it. Calls may run side by side.</summary>
internal sealed class Pen(Model model, ReceiptsCheck check, Spender by, Mask mask, TimeSpan limit, DraftNews? news = null)
{
    /// <summary>Characters of a sentence.</summary>
    public const int LongestSentence = 400;

    /// <summary>Characters of data in a call, so that what comes back fits into an answer.</summary>
    public const int LargestData = 12_000;

    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly List<Provenance> _calls = [];
    private readonly Lock _lock = new();
    private int _asked;
    private int _refused;
    private bool _isSpent;

    public IReadOnlyList<Provenance> Calls => [.. _calls];

    /// <summary>What is being done now, for whoever waits.</summary>
    public void Is(string step) => news?.Is(step);

    public int Refused => _refused;

    public Reach Reach => _isSpent ? Reach.Spent : _calls.Count == 0 ? Reach.None : _calls.Count < _asked ? Reach.Part : Reach.All;

    /// <returns>Null where nothing came of it.</returns>
    public async Task<T?> Ask<T>(string prompt, IReadOnlyDictionary<string, object> data, CancellationToken cancel) where T : class
    {
        lock (_lock)
            _asked++;
        switch (await model.Ask<T>(new ModelCall(prompt, data, by, mask), limit - TimeProvider.System.GetElapsedTime(_began), cancel))
        {
            case ModelAnswer<T>.Said said:
                lock (_lock)
                    _calls.Add(said.By);
                return said.Value;
            case ModelAnswer<T>.Silent { Why: Silence.Spent }:
                _isSpent = true;
                return null;
            default:
                return null;
        }
    }

    /// <summary>Asks, and once more for what the check refuses; what it refuses then is left out.</summary>
    /// <param name="ask">Gets what was refused, nothing at first.</param>
    /// <returns>What was let pass.</returns>
    public async Task<IReadOnlyList<Offer<T>>> Write<T>(Func<IReadOnlyList<Offer<T>>, Task<IReadOnlyList<Offer<T>>>> ask)
    {
        var first = await ask([]);
        var wrong = first.Where(offer => offer.Fault is not null).ToArray();
        Interlocked.Add(ref _refused, wrong.Length);
        if (wrong.Length == 0)
            return first;
        var second = await ask(wrong);
        Interlocked.Add(ref _refused, second.Count(offer => offer.Fault is not null));
        return [.. first.Concat(second).Where(offer => offer.Fault is null)];
    }

    /// <returns>Null where the sentence may stand.</returns>
    public string? Fault(string text, IReadOnlyList<string> cited, IReadOnlyList<string> known) =>
        PlainWords.Fault(text, LongestSentence) ?? (check.Faults(text, cited, known) is { Count: > 0 } faults ? string.Join(' ', faults.Take(3)) : null);

    /// <summary>The items in portions of at most <see cref="LargestData"/> characters, or of one where that alone is larger.</summary>
    public static IReadOnlyList<T[]> Portions<T>(IEnumerable<T> items, Func<T, int> size)
    {
        var portions = new List<List<T>>();
        var filled = 0;
        foreach (var item in items)
        {
            var more = size(item);
            if (portions.Count == 0 || filled + more > LargestData)
            {
                portions.Add([]);
                filled = 0;
            }

            portions[^1].Add(item);
            filled += more;
        }

        return [.. portions.Select(portion => portion.ToArray())];
    }
}
