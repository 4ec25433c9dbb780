using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>
/// A mapping in a YAML file, read strictly: whoever reads it names every key that it knows, and a key that nobody asked for is a fault. All faults are
/// <see cref="CatalogueException"/>s.
/// </summary>
internal sealed class YamlEntry
{
    private readonly string _file;
    private readonly YamlMappingNode _node;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private YamlEntry(string file, YamlMappingNode node)
    {
        (_file, _node) = (file, node);
        foreach (var (key, value) in node.Children)
            _values.Add(Scalar(key, "a key").Value ?? "", value);
    }

    /// <summary>The keys in the order of the file: for mappings whose keys are names, not fields.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    public static YamlEntry Load(string path)
    {
        try
        {
            using var text = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(text);
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..]
                ? new YamlEntry(Path.GetFileName(path), root)
                : throw new CatalogueException($"{Path.GetFileName(path)}: the file must be a mapping of keys to values.");
        }
        catch (YamlException fault)
        {
            throw new CatalogueException(
                $"{Path.GetFileName(path)}, line {fault.Start.Line}: this is not YAML: {fault.Message} Check quotes, indents and doubled keys.", fault);
        }
        catch (IOException fault)
        {
            throw new CatalogueException($"{path}: cannot be read: {fault.Message}", fault);
        }
    }

    public CatalogueException Fault(string what) => FaultAt(_node, what);

    public string Text(string key) =>
        OptionalText(key) is { } text ? text : throw Fault($"\"{key}\" is missing: add it.");

    public string? OptionalText(string key) => Find(key) is not { } node ? null
        : Scalar(node, $"\"{key}\"").Value is { Length: > 0 } text ? text : throw FaultAt(node, $"\"{key}\" is empty: write a text or leave the key out.");

    public int Number(string key, int least, int most, int? whereAbsent = null)
    {
        if (Find(key) is not { } node)
            return whereAbsent ?? throw Fault($"\"{key}\" is missing: add a whole number from {least} to {most}.");
        return int.TryParse(Scalar(node, $"\"{key}\"").Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw FaultAt(node, $"\"{key}\" must be a whole number from {least} to {most}.");
    }

    public bool Flag(string key) => OptionalText(key) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw Fault($"\"{key}\" must be true or false."),
    };

    /// <summary>One of a closed set, written in kebab case.</summary>
    public TEnum Choice<TEnum>(string key) where TEnum : struct, Enum => ChoiceOf<TEnum>(key, Text(key));

    public TEnum[] Choices<TEnum>(string key) where TEnum : struct, Enum => [.. Texts(key).Select(text => ChoiceOf<TEnum>(key, text))];

    /// <summary>A list of texts; a single text counts as a list of one, an absent key as an empty list.</summary>
    public string[] Texts(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => Scalar(item, $"an item of \"{key}\"").Value ?? "")],
        var node => [Scalar(node, $"\"{key}\"").Value ?? ""],
    };

    /// <summary>A list of mappings; a plain text stands for a mapping with that text under <paramref name="plain"/>.</summary>
    public YamlEntry[] Entries(string key, string? plain = null) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => item switch
        {
            YamlMappingNode map => new YamlEntry(_file, map),
            YamlScalarNode scalar when plain is not null => Plain(scalar, plain),
            _ => throw FaultAt(item, $"an item of \"{key}\" must be a mapping."),
        })],
        var node => throw FaultAt(node, $"\"{key}\" must be a list: begin each item with \"- \"."),
    };

    public YamlEntry Entry(string key) => OptionalEntry(key) ?? throw Fault($"\"{key}\" is missing: add a mapping.");

    public YamlEntry? OptionalEntry(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlEntry(_file, map),
        var node => throw FaultAt(node, $"\"{key}\" must be a mapping of keys to values."),
    };

    /// <summary>Call it when everything was read: refuses what nobody asked for.</summary>
    public void NothingElse()
    {
        if (_values.Keys.FirstOrDefault(key => !_asked.Contains(key)) is { } unknown)
            throw FaultAt(_values[unknown], $"the key \"{unknown}\" is unknown: known here are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private TEnum ChoiceOf<TEnum>(string key, string text) where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
            if (Kebab(value.ToString()) == text)
                return value;
        throw Fault($"\"{key}\" says \"{text}\": it must be one of {string.Join(", ", Enum.GetNames<TEnum>().Select(Kebab))}.");
    }

    private YamlEntry Plain(YamlScalarNode scalar, string key)
    {
        var map = new YamlMappingNode { { key, scalar } };
        return new YamlEntry(_file, map);
    }

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return _values.GetValueOrDefault(key);
    }

    private YamlScalarNode Scalar(YamlNode node, string what) => node as YamlScalarNode ?? throw FaultAt(node, $"{what} must be a plain text.");

    private CatalogueException FaultAt(YamlNode node, string what)
    {
        var id = _values.TryGetValue("id", out var value) && value is YamlScalarNode scalar ? $" ({scalar.Value})" : "";
        return new CatalogueException($"{_file}, line {node.Start.Line}{id}: {what}");
    }
}
