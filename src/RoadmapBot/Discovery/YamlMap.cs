using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RoadmapBot.Discovery;

/// <summary>
/// A mapping of a YAML file, read strictly: a fault is noted and reading goes on with an empty value, so that one start shows every fault.
/// Keys that nobody asked for by the time of <see cref="Close"/> are faults too.
/// </summary>
internal sealed class YamlMap(YamlMappingNode node, string file, string place, ICollection<YamlFault> faults)
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => node.Children.Keys.Select(key => key.ToString());

    /// <summary>The file's only document, or null where it is none that can be read.</summary>
    public static YamlMap? Parse(string file, string yaml, ICollection<YamlFault> faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlMap(root, file, "the file", faults);

            faults.Add(new YamlFault(file, 1, "the file", "It is not one list of keys and values.", "Start it with \"key: value\" lines."));
        }
        catch (YamlException fault)
        {
            faults.Add(new YamlFault(file, (int)fault.Start.Line, "the file", $"It is not valid YAML: {fault.Message.TrimEnd('.')}.",
                "Look for a missing quote around a text with a colon, a key written twice, or a wrong indent."));
        }

        return null;
    }

    /// <summary>Names the entry in faults from here on.</summary>
    public YamlMap At(string entry) => new(node, file, entry, faults);

    public bool Has(string key) => Find(key) is not null;

    public string Text(string key)
    {
        switch (Find(key))
        {
            case YamlScalarNode { Value: { } text } when !string.IsNullOrWhiteSpace(text):
                return text.Trim();
            case null:
                Fault($"\"{key}\" is missing.", $"Add \"{key}: …\".");
                return "";
            default:
                Fault(key, $"\"{key}\" is no text.", "Write one text, in quotes where it holds a colon.");
                return "";
        }
    }

    /// <summary>A whole number, or the lowest that is allowed where there is a fault.</summary>
    public int Number(string key, int lowest, int highest)
    {
        var text = Text(key);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest)
            return number;

        if (text.Length > 0)
            Fault(key, $"\"{key}\" is \"{text}\".", $"Write a whole number from {lowest} to {highest}.");
        return lowest;
    }

    /// <summary>One of the allowed words, exactly as written there; null where there is a fault.</summary>
    public string? OneOf(string key, IEnumerable<string> allowed) => Text(key) is { Length: > 0 } text && Allowed(key, text, allowed) ? text : null;

    /// <summary>A list of texts, empty where the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (Find(key) is not { } found)
            return [];

        if (found is YamlSequenceNode list && list.All(item => item is YamlScalarNode { Value.Length: > 0 }))
            return [.. list.Select(item => ((YamlScalarNode)item).Value!.Trim())];

        Fault(key, $"\"{key}\" is no list of texts.", $"Write \"{key}: [one, two]\".");
        return [];
    }

    /// <summary>The texts of the list that are allowed; each other one is a fault.</summary>
    public IReadOnlyList<string> SomeOf(string key, IReadOnlyCollection<string> allowed)
    {
        var texts = Texts(key);
        foreach (var text in texts.GroupBy(text => text).Where(same => same.Count() > 1))
            Fault(key, $"\"{key}\" names \"{text.Key}\" twice.", "Name it once.");
        return [.. texts.Where(text => Allowed(key, text, allowed)).Distinct()];
    }

    /// <summary>A list of mappings, empty where the key is absent.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        if (Find(key) is not { } found)
            return [];

        if (found is YamlSequenceNode list && list.All(item => item is YamlMappingNode))
            return [.. list.Select(item => new YamlMap((YamlMappingNode)item, file, place, faults))];

        Fault(key, $"\"{key}\" is no list of entries.", "Write each entry as \"- key: value\" lines.");
        return [];
    }

    /// <summary>A mapping, or null where the key is absent.</summary>
    public YamlMap? Map(string key)
    {
        if (Find(key) is not { } found)
            return null;

        if (found is YamlMappingNode map)
            return new YamlMap(map, file, place, faults);

        Fault(key, $"\"{key}\" holds no keys and values.", $"Write \"{key}: {{ key: value }}\".");
        return null;
    }

    public void Fault(string problem, string mend) => faults.Add(new YamlFault(file, (int)node.Start.Line, place, problem, mend));

    public void Fault(string key, string problem, string mend) =>
        faults.Add(new YamlFault(file, (int)(Find(key) ?? node).Start.Line, place, problem, mend));

    public void Close()
    {
        foreach (var key in Keys.Where(key => !_known.Contains(key)))
            Fault(key, $"The key \"{key}\" is not known.", $"Remove it or use one of: {string.Join(", ", _known)}.");
    }

    private bool Allowed(string key, string text, IEnumerable<string> allowed)
    {
        if (allowed.Contains(text, StringComparer.Ordinal))
            return true;

        Fault(key, $"\"{key}\" holds \"{text}\".", $"Use one of: {string.Join(", ", allowed)}.");
        return false;
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }
}
