using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RoadmapBot.Discovery;

/// <summary>A value of a YAML file. The closed set of kinds; texts are all that stands at the ends, numbers and flags too.</summary>
/// <param name="Line">Where it begins, counted from 1.</param>
internal abstract record YamlNode(int Line)
{
    internal sealed record Text(string Value, int Line) : YamlNode(Line);

    internal sealed record List(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

    /// <param name="Values">In the order of the file.</param>
    internal sealed record Map(OrderedDictionary<string, YamlNode> Values, int Line) : YamlNode(Line);

    /// <summary>The only document of the text, or null where there is none or more than one.</summary>
    /// <exception cref="YamlException">The text is not YAML, or uses of it what nobody needs here: a key twice, a list as a key, an alias.</exception>
    public static YamlNode? Parse(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return null;

        var root = Read(parser);
        parser.Consume<DocumentEnd>();
        return parser.Accept<StreamEnd>(out _) ? root : null;
    }

    private static YamlNode Read(Parser parser)
    {
        var start = parser.Consume<NodeEvent>();
        var line = (int)start.Start.Line;
        switch (start)
        {
            case Scalar text:
                return new Text(text.Value, line);
            case SequenceStart:
                var items = new List<YamlNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    items.Add(Read(parser));
                return new List(items, line);
            case MappingStart:
                var values = new OrderedDictionary<string, YamlNode>(StringComparer.Ordinal);
                while (!parser.TryConsume<MappingEnd>(out _))
                {
                    var key = parser.Consume<Scalar>();
                    if (!values.TryAdd(key.Value, Read(parser)))
                        throw new YamlException(key.Start, key.End, $"The key \"{key.Value}\" is there twice");
                }

                return new Map(values, line);
            default:
                throw new YamlException(start.Start, start.End, "A text that begins with * must stand in quotes");
        }
    }
}
