using System.Text.RegularExpressions;

namespace RoadmapBot.Roadmaps.Questions;

/// <summary>What is left of a question once the words for its kind are taken away; nothing where it asks for all.</summary>
internal static class SupportWords
{
    private static readonly HashSet<string> Kind = new(StringComparer.Ordinal)
    {
        "support", "@support", "unsupport", "system", "softwar", "product", "machin", "devic", "hardwar", "version", "lif", "lose", "without", "past", "still", "program", "@unsupported", "@eol", "expir", "stop", "what", "no", "reach", "systems", "life",
    };

    public static IReadOnlyList<string> Rest(IReadOnlyList<string> terms) => [.. terms.Where(term => !Kind.Contains(term))];
}

/// <inheritdoc cref="SupportWords"/>
internal static class KpiWords
{
    private static readonly HashSet<string> Kind = new(StringComparer.Ordinal) { "kpi", "kpis", "indicator", "metric", "measur", "success", "target", "@metrics", "use", "by", "know", "measure" };

    public static IReadOnlyList<string> Rest(IReadOnlyList<string> terms) => [.. terms.Where(term => !Kind.Contains(term))];
}

/// <summary>Whose changes somebody asks for.</summary>
internal static partial class DepartmentWords
{
    public static bool Names(string text, string department) =>
        text.IndexOf(department, StringComparison.CurrentCultureIgnoreCase) is >= 0 and var at
        && !char.IsLetterOrDigit(text.ElementAtOrDefault(at - 1)) && !char.IsLetterOrDigit(text.ElementAtOrDefault(at + department.Length));

    public static bool IsOwn(string text) => Own().IsMatch(text);

    [GeneratedRegex(@"\b(for|on|to|affects?|mean|means|impacts?|will|do|can) (me|us|we|i|my (team|department|area|people|work)|our (team|department|area|people|work))\b|\bdoes (it|this|the road ?map|the plan) (change|mean|affect)\b.*\b(me|us|my|our)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Own();
}
