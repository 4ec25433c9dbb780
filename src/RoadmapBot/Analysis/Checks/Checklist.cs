using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Checks;

/// <summary>Something that can be checked point by point from what people say; from <c>checks.yaml</c>.</summary>
/// <param name="None">Signals that the whole is not there, and so none of its points.</param>
/// <param name="IsGate">AI initiatives wait until every point is met.</param>
internal sealed record Checklist(string Id, string Title, string Source, bool IsGate, IReadOnlyList<Signal> None, IReadOnlyList<Point> Points)
{
    /// <summary>One entry of the file, as far as it can be read.</summary>
    public static Checklist Of(string id, YamlMap entry, Lexicon lexicon)
    {
        var named = entry.At($"check {id}");
        var role = named.Choice<Role>("role");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Point[] points = [.. named.Maps("points").Select(point => PointOf(id, point.Id(ids), point, role, lexicon))];
        if (points.Length == 0)
            named.Fault("\"points\" holds none.", "Say what is checked.");
        var read = new Checklist(id, named.Text("title"), named.Text("source"), named.Has("gate") && named.OneOf("gate", ["ai"]) is not null, named.Signals("none", lexicon), points);
        named.Close();
        return read;
    }

    private static Point PointOf(string check, string id, YamlMap entry, Role role, Lexicon lexicon)
    {
        var named = entry.At($"check {check}, point {id}");
        var read = new Point(
            id, named.Text("text"), named.Text("question"), named.Has("asks") ? named.Choice<Role>("asks") : role, named.Csf(), named.Has("kpi") ? named.Text("kpi") : null,
            named.Concepts("has", lexicon), named.Signals("yes", lexicon), named.Signals("no", lexicon));
        if (read.Has.Count + read.Yes.Count == 0)
            named.Fault("Nothing can answer it with yes.", "Give it \"yes\" or \"has\".");
        named.Close();
        return read;
    }
}

/// <param name="Text">What is to be so.</param>
/// <param name="Question">What to ask where nobody spoke of it.</param>
/// <param name="Csf">A category of <see cref="Analysis.Csf"/>; null where none fits.</param>
/// <param name="Kpi">What shows that it works; null where nothing is measured.</param>
/// <param name="Has">Concepts: a claim that one exists is a yes.</param>
internal sealed record Point(
    string Id, string Text, string Question, Role Role, string? Csf, string? Kpi, IReadOnlyList<string> Has, IReadOnlyList<Signal> Yes, IReadOnlyList<Signal> No);
