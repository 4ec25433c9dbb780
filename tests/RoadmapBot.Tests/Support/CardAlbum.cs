using System.Text.Json;

namespace RoadmapBot.Tests.Support;

/// <summary>Every card that the bot showed in a run, and what was said in it.</summary>
internal sealed class CardAlbum
{
    private readonly Dictionary<(string Reader, string Json), (string Where, JsonElement Card)> _kept = [];
    private readonly Dictionary<string, HashSet<string>> _speakers = [];
    private readonly HashSet<string> _analysts = [];

    /// <summary>Stands for everybody who reads along in a group or channel.</summary>
    public const string Everybody = "";

    public void Said(string by, string text)
    {
        foreach (var run in Words.Runs(text))
        {
            if (!_speakers.TryGetValue(run, out var speakers))
                _speakers[run] = speakers = [];
            speakers.Add(by);
        }
    }

    /// <summary>Somebody who may read everybody's words.</summary>
    public void IsAnalyst(string person) => _analysts.Add(person);

    /// <param name="reader">The person who sees it alone, or <see cref="Everybody"/>.</param>
    public void Keep(string reader, string where, JsonElement card) => _kept.TryAdd((reader, card.GetRawText()), (where, card));

    /// <summary>All of it, each card once for each reader.</summary>
    public IReadOnlyList<ShownCard> Cards() => [.. _kept.Select(kept => new ShownCard(kept.Value.Where, kept.Value.Card, run => IsSecret(run, kept.Key.Reader)))];

    private bool IsSecret(string run, string reader) => !_analysts.Contains(reader) && _speakers.TryGetValue(run, out var speakers) && !speakers.Contains(reader);
}
