using RoadmapBot.Analysis.Language;
using RoadmapBot.Discovery;

namespace RoadmapBot.Analysis.Catalogue;

/// <param name="Text">What happens while nothing is done; holds no figure.</param>
internal sealed record InactionClass(string Id, string Name, string Text);

/// <summary>What leaving a gap as it is costs, by class; from <c>inaction.yaml</c>.</summary>
/// <param name="Loses">Marks that an amount is lost.</param>
internal sealed record InactionClasses(
    IReadOnlyDictionary<string, InactionClass> ByGap, IReadOnlyDictionary<Domain, InactionClass> ByDomain, PhraseBook Loses)
{
    /// <summary>Null where none of the classes fits.</summary>
    public InactionClass? Of(Gap gap) => ByGap.GetValueOrDefault(gap.Id) ?? ByDomain.GetValueOrDefault(gap.Domain);

    /// <param name="gaps">The ids of all entries.</param>
    public static InactionClasses? Read(string folder, Lexicon lexicon, IReadOnlyList<string> gaps, ICollection<YamlFault> faults)
    {
        if (YamlFiles.Load(folder, "inaction.yaml", faults) is not { } file)
            return null;
        var (byGap, byDomain) = (new Dictionary<string, InactionClass>(StringComparer.Ordinal), new Dictionary<Domain, InactionClass>());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.Maps("classes"))
        {
            var read = new InactionClass(entry.Id(ids), entry.Text("name"), entry.Text("text"));
            foreach (var gap in entry.SomeOf("gaps", gaps))
                byGap[gap] = read;
            foreach (var domain in entry.SomeOf<Domain>("domains"))
                byDomain[domain] = read;
            entry.Close();
        }
        var all = new InactionClasses(byGap, byDomain, new PhraseBook(file.Phrases("loses", "loses", null, lexicon.Tokenizer)));
        file.Close();
        return all;
    }
}
