using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;

namespace RoadmapBot.Discovery;

/// <summary>
/// A mapping of a YAML file, read strictly: a fault is noted and reading goes on with an empty value, so that one start shows every fault.
/// Keys that nobody asked for by the time of <see cref="Close"/> are faults too.
/// </summary>
internal sealed class YamlMap
{
    private readonly YamlNode.Map _node;
    private readonly string _file;
    private readonly string _place;
    private readonly ICollection<YamlFault> _faults;
    private readonly SortedSet<string> _known;

    private YamlMap(YamlNode.Map node, string file, string place, ICollection<YamlFault> faults, SortedSet<string>? known = null) =>
        (_node, _file, _place, _faults, _known) = (node, file, place, faults, known ?? new SortedSet<string>(StringComparer.Ordinal));

    /// <summary>In the order of the file.</summary>
    public IEnumerable<string> Keys => _node.Values.Keys;

    /// <summary>The file's only document, or null where it is none that can be read.</summary>
    public static YamlMap? Parse(string file, string yaml, ICollection<YamlFault> faults)
    {
        try
        {
            if (YamlNode.Parse(yaml) is YamlNode.Map root)
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

    /// <summary>The same mapping, named so in faults.</summary>
    public YamlMap At(string entry) => new(_node, _file, entry, _faults, _known);

    public bool Has(string key) => Find(key) is not null;

    public string Text(string key)
    {
        switch (Find(key))
        {
            case YamlNode.Text { Value: var text } when !string.IsNullOrWhiteSpace(text):
                return text.Trim();
            case null:
                Fault($"\"{key}\" is missing.", $"Add \"{key}: …\".");
                return "";
            default:
                Fault(key, $"\"{key}\" is no text.", "Write one text, in quotes where it holds a colon.");
                return "";
        }
    }

    /// <summary>The entry's id, which none of the earlier entries may have.</summary>
    /// <param name="taken">The ids of the earlier entries; this one is added.</param>
    public string Id(ISet<string> taken)
    {
        var id = Text("id");
        if (id.Length > 0 && !taken.Add(id))
            Fault("id", $"The id \"{id}\" is there twice.", "Choose another.");
        return id;
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

    /// <summary>Whether it is <c>true</c>; an absent key is <c>false</c>.</summary>
    public bool Flag(string key) => Has(key) && OneOf(key, ["true", "false"]) is "true";

    /// <summary>One of the allowed words, exactly as written there; null where there is a fault.</summary>
    public string? OneOf(string key, IEnumerable<string> allowed) => Text(key) is { Length: > 0 } text && Allowed(key, text, allowed) ? text : null;

    /// <summary>One of a closed set, written in kebab case; the first of the set where there is a fault.</summary>
    public TEnum Choice<TEnum>(string key) where TEnum : struct, Enum =>
        OneOf(key, Choices<TEnum>.Words) is { } word ? Choices<TEnum>.ValueOf(word) : default;

    /// <summary>Some of a closed set, as <see cref="Choice"/>; empty where the key is absent.</summary>
    public IReadOnlyList<TEnum> SomeOf<TEnum>(string key) where TEnum : struct, Enum =>
        [.. SomeOf(key, Choices<TEnum>.Words).Select(Choices<TEnum>.ValueOf)];

    /// <summary>A list of texts, empty where the key is absent.</summary>
    /// <param name="orOne">One text without brackets counts as a list of one.</param>
    public IReadOnlyList<string> Texts(string key, bool orOne = false)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlNode.List { Items: var items } when items.All(item => item is YamlNode.Text { Value.Length: > 0 }):
                return [.. items.Cast<YamlNode.Text>().Select(item => item.Value.Trim())];
            case YamlNode.Text when orOne:
                return Text(key) is { Length: > 0 } text ? [text] : [];
            default:
                Fault(key, $"\"{key}\" is no list of texts.", $"Write \"{key}: [one, two]\".");
                return [];
        }
    }

    /// <summary>A list of one text at least; empty where there is a fault.</summary>
    public IReadOnlyList<string> Filled(string key)
    {
        if (!Has(key) || Find(key) is YamlNode.List { Items: [] })
            Fault(key, $"\"{key}\" holds none.", $"List at least one: \"{key}: [one, two]\".");
        return Texts(key);
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
    /// <param name="plain">A text in the list stands for a mapping with that text under this key; where null it is a fault.</param>
    public IReadOnlyList<YamlMap> Maps(string key, string? plain = null)
    {
        if (Find(key) is not { } found)
            return [];

        if (found is YamlNode.List { Items: var items } && items.All(item => item is YamlNode.Map || (plain is not null && item is YamlNode.Text)))
            return [.. items.Select(item => new YamlMap(item as YamlNode.Map ?? Plain(item), _file, _place, _faults))];

        Fault(key, $"\"{key}\" is no list of entries.", "Write each entry as \"- key: value\" lines.");
        return [];

        YamlNode.Map Plain(YamlNode text) => new(new() { [plain!] = text }, text.Line);
    }

    /// <summary>A mapping, or null where the key is absent.</summary>
    public YamlMap? Map(string key)
    {
        if (Find(key) is not { } found)
            return null;

        if (found is YamlNode.Map map)
            return new YamlMap(map, _file, _place, _faults);

        Fault(key, $"\"{key}\" holds no keys and values.", $"Write \"{key}: {{ key: value }}\".");
        return null;
    }

    /// <summary>A mapping that must be there; null where there is a fault.</summary>
    public YamlMap? NeededMap(string key)
    {
        if (!Has(key))
            Fault($"\"{key}\" is missing.", $"Add \"{key}: {{ key: value }}\".");
        return Map(key);
    }

    public void Fault(string problem, string mend) => _faults.Add(new YamlFault(_file, _node.Line, _place, problem, mend));

    /// <param name="item">The text of the list under the key that is wrong, where it is one.</param>
    public void Fault(string key, string problem, string mend, string? item = null)
    {
        var value = Find(key) ?? _node;
        var wrong = (value as YamlNode.List)?.Items.FirstOrDefault(one => one is YamlNode.Text text && text.Value.Trim() == item);
        _faults.Add(new YamlFault(_file, (wrong ?? value).Line, _place, problem, mend));
    }

    public void Close()
    {
        foreach (var key in Keys.Where(key => !_known.Contains(key)))
            Fault(key, $"The key \"{key}\" is not known.", $"Remove it or use one of: {string.Join(", ", _known)}.");
    }

    private bool Allowed(string key, string text, IEnumerable<string> allowed)
    {
        if (allowed.Contains(text, StringComparer.Ordinal))
            return true;

        Fault(key, $"\"{key}\" holds \"{text}\".", $"Use one of: {string.Join(", ", allowed)}.", item: text);
        return false;
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return _node.Values.GetValueOrDefault(key);
    }

    private static class Choices<TEnum> where TEnum : struct, Enum
    {
        private static readonly TEnum[] Values = Enum.GetValues<TEnum>();

        public static readonly string[] Words = Array.ConvertAll(Values, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static TEnum ValueOf(string word) => Values[Array.IndexOf(Words, word)];
    }
}
