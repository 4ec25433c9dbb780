using System.Globalization;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Discovery;

namespace RoadmapBot.Analysis.Support;

/// <param name="Ends">The last day of support that needs no extra payment.</param>
/// <param name="PaidUntil">How long updates can be bought; null where they cannot.</param>
/// <param name="PaidCost">Null where no price is known.</param>
internal sealed record SupportedProduct(string Id, string Name, DateOnly Ends, DateOnly? PaidUntil, string? PaidCost, string? Note);

/// <summary>A kind of hardware and the years after its purchase between which it is usually replaced: an assumption.</summary>
internal sealed record HardwareKind(string Name, int From, int To);

/// <summary>What <c>end-of-support.yaml</c> knows.</summary>
/// <param name="AsOf">The day on which the dates were taken from the source.</param>
/// <param name="Names">Phrases named by a product's id.</param>
/// <param name="Hardware">In the order in which they count; phrases named by a kind's name.</param>
internal sealed record SupportCatalogue(
    DateOnly AsOf, string Source, IReadOnlyDictionary<string, SupportedProduct> Products, PhraseBook Names, string HardwareSource, IReadOnlyList<HardwareKind> Hardware,
    PhraseBook HardwareNames)
{
    private const int MostYears = 30;

    /// <summary>The dates as far as they can be read; use them only where no fault was added.</summary>
    public static SupportCatalogue? Read(string folder, Lexicon lexicon, ICollection<YamlFault> faults)
    {
        if (YamlFiles.Load(folder, "end-of-support.yaml", faults) is not { } file)
            return null;
        var (products, names) = (new Dictionary<string, SupportedProduct>(StringComparer.Ordinal), new List<Phrase>());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.Maps("products"))
        {
            var id = entry.Id(ids);
            var named = entry.At($"product {id}");
            named.Filled("says");
            names.AddRange(named.Phrases("says", id, null, lexicon.Tokenizer));
            var paid = named.Map("paid");
            products.TryAdd(id, new SupportedProduct(
                id, named.Text("name"), Date(named, "ends"), paid is null ? null : Date(paid, "until"), paid?.Has("cost") is true ? paid.Text("cost") : null,
                named.Has("note") ? named.Text("note") : null));
            paid?.Close();
            named.Close();
        }

        var (kinds, kindNames) = (new List<HardwareKind>(), new List<Phrase>());
        foreach (var entry in file.Maps("hardware"))
        {
            var kind = new HardwareKind(entry.Text("name"), entry.Number("from", 1, MostYears), entry.Number("to", 1, MostYears));
            kinds.Add(kind);
            entry.Filled("says");
            kindNames.AddRange(entry.Phrases("says", kind.Name, null, lexicon.Tokenizer));
            entry.Close();
        }
        var read = new SupportCatalogue(
            Date(file, "as-of"), file.Text("source"), products, new PhraseBook(names), file.Text("hardware-source"), kinds, new PhraseBook(kindNames));
        file.Close();
        return read;
    }

    private static DateOnly Date(YamlMap map, string key)
    {
        var text = map.Text(key);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        if (text.Length > 0)
            map.Fault(key, $"\"{key}\" is \"{text}\".", "Write a date as 2027-01-31.");
        return default;
    }
}
