using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Support;

/// <summary>Finds products and hardware whose time is up, in what people say they use and in the asset list.</summary>
internal static class SupportRadar
{
    /// <summary>A move to a product is no use of it yet: "we migrate to Server 2025".</summary>
    private static readonly HashSet<string> Movers = ["move", "migrat", "migrate", "upgrad", "upgrade", "go", "switch", "updat", "update", "transit", "chang", "change", "replac", "replace"];

    private static readonly HashSet<string> Leavers = ["moved", "switched", "went", "migrated", "upgraded", "away", "off", "left", "retired", "removed", "gone", "replaced"];

    public static SupportRegister Scan(SupportCatalogue catalogue, EvidenceReader reader, IReadOnlyList<Hearing> hearings, IReadOnlyList<Asset> assets)
    {
        var said = hearings.SelectMany(hearing => Mentions(catalogue, hearing.Text).Where(hit => IsInUse(hearing.Text, hit))
            .Select(hit => (hit.Name, Receipt: new Receipt(hearing.Voice?.Id ?? "", hearing.Id, hearing.Text.Quote(hit.First, hit.First)), Devices: 0)));
        var listed = assets.SelectMany(asset => Mentions(catalogue, reader.Read(asset.Words)).Select(hit => hit.Name).Distinct()
            .Select(name => (Name: name, Receipt: asset.Receipt(), Devices: asset.Count)));
        return new SupportRegister(
            catalogue.AsOf, catalogue.Source,
            [
                .. said.Concat(listed).GroupBy(found => found.Name)
                    .Select(group => Of(catalogue.Products[group.Key], [.. group.Select(found => found.Receipt).Distinct()], group.Sum(found => found.Devices)))
                    .OrderBy(date => date.Ends).ThenBy(date => date.Product, StringComparer.Ordinal),
            ],
            catalogue.HardwareSource,
            [.. assets.SelectMany(asset => RefreshOf(catalogue, reader, asset)).OrderBy(refresh => refresh.To).ThenBy(refresh => refresh.Name, StringComparer.Ordinal)]);
    }

    private static SupportDate Of(SupportedProduct product, IReadOnlyList<Receipt> evidence, int devices) =>
        new(product.Name, product.Ends, product.PaidUntil, product.PaidCost, product.Note, devices, evidence);

    private static IEnumerable<Refresh> RefreshOf(SupportCatalogue catalogue, EvidenceReader reader, Asset asset)
    {
        if (asset.Bought is not { } bought)
            yield break;
        var text = reader.Read(asset.Words);
        var named = catalogue.HardwareNames.FindApart(text.Words, text.Breaks.Clause).Select(hit => hit.Name).ToHashSet(StringComparer.Ordinal);
        if (catalogue.Hardware.FirstOrDefault(kind => named.Contains(kind.Name)) is { } kind)
            yield return new Refresh(asset.Name, kind.Name, asset.Count, bought, bought.AddYears(kind.From), bought.AddYears(kind.To), asset.WarrantyEnds, asset.Receipt());
    }

    private static IEnumerable<Hit> Mentions(SupportCatalogue catalogue, Reading text) =>
        catalogue.Names.FindApart(text.Words, text.Breaks.Clause).Where(hit => text.Words[hit.First] is not { Raw: "net" } net || (net.Start > 0 && text.Text[net.Start - 1] is '.'));

    /// <summary>False where the clause says that it is gone, was never there, or is where they are going.</summary>
    private static bool IsInUse(Reading text, Hit hit)
    {
        var clause = text.Breaks.Clause[hit.First];
        if (text.Clauses[clause].IsFixed || PolarityJudge.IsNegated(text, hit.First) || text.Cues.Any(cue => cue.Kind is Cue.Past && cue.First < hit.First && text.Breaks.Clause[cue.First] == clause))
            return false;
        var before = Enumerable.Range(0, hit.First).Where(word => text.Breaks.Clause[word] == clause).Select(word => text.Words[word]).ToArray();
        var isTarget = before.Length > 0 && (before[^1].Raw is "to" or "onto" || (before.Length > 1 && before[^1].Raw is "the" or "a" or "windows" && before[^2].Raw is "to" or "onto")) && before.Any(word => Movers.Contains(word.Stem));
        var isLeft = before.Any(word => word.Raw is "from" or "off") && before.Any(word => Leavers.Contains(word.Raw));
        return !isTarget && !isLeft;
    }
}
