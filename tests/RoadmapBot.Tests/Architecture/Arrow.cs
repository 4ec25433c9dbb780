using System.Text.RegularExpressions;

namespace RoadmapBot.Tests.Architecture;

/// <summary>The order of the product's folders, and what in a source text breaks it. Comments and texts in quotes do not count.</summary>
internal static partial class Arrow
{
    /// <summary>From the ground up: a folder may name those before it and none behind it.</summary>
    private static readonly string[] Order =
    [
        "Conversation", "Directory", "LanguageModel",
        "Engagements", "Discovery", "PainPoints", "Governance", "Analysis", "Planning", "Roadmaps", "Campaign", "Reviews", "Exports", "Privacy",
        "Teams", "Web", "Storage", "Hosting",
    ];

    /// <summary>What no feature names: the web, the databases, the vendors of models. The names stand for the usings that the SDK adds unasked, too.</summary>
    private static readonly string[] Outside =
    [
        "Microsoft.AspNetCore", "System.Net", "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Npgsql", "OpenAI", "Azure.", "Microsoft.SemanticKernel",
        "Microsoft.Graph", "HttpContext", "HttpRequest", "HttpResponse", "HttpClient", "IResult", "DbContext",
    ];

    /// <summary>Below the features, but where a service outside is spoken to: they may name its vendor and the web, and nothing of the databases.</summary>
    private static readonly string[] Edges = ["LanguageModel"];

    public static bool IsKnown(string folder) => Order.Contains(folder);

    /// <param name="folder">The folder that the file lies in; empty for <c>Program.cs</c>, which may name everything.</param>
    public static IReadOnlyList<string> Breaches(string folder, string source)
    {
        if (folder.Length == 0)
            return [];
        var code = Silent().Replace(source, "");
        var own = Array.IndexOf(Order, folder);
        var named = Ours().Matches(code).Select(match => match.Groups[1].Value).Distinct()
            .Where(name => IsKnown(name) && Array.IndexOf(Order, name) > own)
            .Select(name => $"{folder} names RoadmapBot.{name}");
        return own < Array.IndexOf(Order, "Teams")
            ? [.. named, .. Outside.Where(name => !Edges.Contains(folder) || name is "Microsoft.EntityFrameworkCore" or "Microsoft.Data.Sqlite" or "Npgsql" or "DbContext").Where(name => Regex.IsMatch(code, $@"\b{Regex.Escape(name)}")).Select(name => $"{folder} names {name}")]
            : [.. named];
    }

    [GeneratedRegex("""
        //[^\n]*|/\*.*?\*/|"{3,}.*?"{3,}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"
        """, RegexOptions.Singleline)]
    private static partial Regex Silent();

    [GeneratedRegex(@"\bRoadmapBot\.(\w+)")]
    private static partial Regex Ours();
}
