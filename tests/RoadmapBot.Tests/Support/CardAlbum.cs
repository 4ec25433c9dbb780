using System.Text.Json;

namespace RoadmapBot.Tests.Support;

/// <summary>Every card that the bot showed in a run, and what was said in it.</summary>
internal sealed class CardAlbum
{
    private readonly Dictionary<(string Reader, string Json), (string Where, JsonElement Card)> _kept = [];
    private readonly List<(string By, string Text)> _said = [];
    private readonly HashSet<string> _analysts = [];

    /// <summary>Stands for everybody who reads along in a group or channel.</summary>
    public const string Everybody = "";

    public void Said(string by, string text) => _said.Add((by, text));

    /// <summary>Somebody who may read everybody's words.</summary>
    public void IsAnalyst(string person) => _analysts.Add(person);

    /// <param name="reader">The person who sees it alone, or <see cref="Everybody"/>.</param>
    public void Keep(string reader, string where, JsonElement card) => _kept.TryAdd((reader, card.GetRawText()), (where, card));

    /// <summary>All of it, each card once for each reader.</summary>
    public IReadOnlyList<ShownCard> Cards()
    {
        var runs = _said.GroupBy(said => said.By).ToDictionary(person => person.Key, person => person.SelectMany(said => Words.Runs(said.Text)).ToHashSet());
        var readers = _kept.Keys.Select(kept => kept.Reader).Distinct().ToDictionary(reader => reader, reader => _analysts.Contains(reader)
            ? []
            : runs.Where(person => person.Key != reader).SelectMany(person => person.Value).Except(runs.GetValueOrDefault(reader) ?? []).ToHashSet());
        return [.. _kept.Select(kept => new ShownCard(kept.Value.Where, kept.Value.Card, readers[kept.Key.Reader]))];
    }
}
