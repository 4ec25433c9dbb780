namespace RoadmapBot.Tests.Support;

/// <summary>Checks of all cards of a run.</summary>
internal static class CardsOf
{
    private const int Told = 20;

    public static void Keep(IReadOnlyList<ShownCard> cards, string rule)
    {
        var faults = cards.SelectMany(card => CardRules.Named(rule).Faults(card).Select(fault => $"{Name(card)}: {fault}")).ToArray();
        Assert.True(faults.Length == 0, $"{rule}. {faults.Length} faults:\n{string.Join('\n', faults.Take(Told))}");
    }

    public static async Task AreDrawnWithoutAWarning(IReadOnlyList<ShownCard> cards, Browser browser)
    {
        await using var renderer = await CardRenderer.Open(browser);
        foreach (var card in cards.DistinctBy(card => card.Json.GetRawText()))
        {
            var drawn = await renderer.Draw(card.Json.GetRawText());
            Assert.True(drawn.Findings.Count == 0, $"{Name(card)}: {string.Join('\n', drawn.Findings)}");
            Assert.False(string.IsNullOrWhiteSpace(drawn.Text), $"{Name(card)}: nothing is drawn");
        }
    }

    private static string Name(ShownCard card) => $"\"{(card.Json.TryGetProperty("fallbackText", out var text) ? text.GetString() : "?")}\" ({card.Where})";
}
