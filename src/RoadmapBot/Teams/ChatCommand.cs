using System.Text.RegularExpressions;
using RoadmapBot.PainPoints;
using RoadmapBot.Roadmaps.Questions;

namespace RoadmapBot.Teams;

/// <summary>What people can tell the bot to do. The manifest offers the same words.</summary>
internal enum ChatCommand
{
    Help,
    Hi,
    Start,
    Continue,
    Status,
    Report,
    Gaps,
    Roadmap,
    Summary,
    Progress,
    Changes,
    Kpi,
    Ask,
    Campaign,
    Coverage,
    Share,
    Planning,
    Assets,
    Scoring,
    WhatIf,
    Optimise,
    MyData,
    Switch,
    Cancel,
}

/// <param name="Rest">What follows the command's word.</param>
/// <param name="IsPlain">Nothing but the command was said, or it was marked by a colon, or it is a report without a name: it cannot be meant as an answer to a question.</param>
internal sealed record Spoken(ChatCommand Command, string Rest, bool IsPlain)
{
    /// <summary>The same, so that it can only be a command.</summary>
    public string Marked => $"{Command.ToString().ToLowerInvariant()}: {Rest}";
}

/// <summary>Recognises a command in what somebody typed, in any letter case.</summary>
internal static partial class ChatCommands
{
    /// <summary>The commands that people say in two words.</summary>
    private const string WhatIf = "what if";

    /// <inheritdoc cref="WhatIf"/>
    private const string MyData = "my data";

    private static readonly string[] Politeness = ["please", "show", "me", "the", "my", "our"];

    private static readonly IReadOnlyDictionary<string, ChatCommand> Phrases = Enum.GetValues<ChatCommand>()
        .Select(command => (command.ToString(), command))
        .Concat(
        [
            ("hello", ChatCommand.Hi), ("hey", ChatCommand.Hi), ("hi there", ChatCommand.Hi), ("hello there", ChatCommand.Hi),
            ("?", ChatCommand.Help), ("what can you do", ChatCommand.Help), ("what can you do?", ChatCommand.Help), ("commands", ChatCommand.Help),
            ("begin", ChatCommand.Start), ("start interview", ChatCommand.Start), ("interview", ChatCommand.Start),
            ("resume", ChatCommand.Continue), ("go on", ChatCommand.Continue), ("continue interview", ChatCommand.Continue),
            ("stop", ChatCommand.Cancel), ("pause", ChatCommand.Cancel),
            ("gap analysis", ChatCommand.Gaps), ("asset list", ChatCommand.Assets), ("planning frame", ChatCommand.Planning), ("executive summary", ChatCommand.Summary), ("score", ChatCommand.Scoring), ("optimize", ChatCommand.Optimise), ("scoring round", ChatCommand.Scoring), ("progress report", ChatCommand.Progress), ("what changed", ChatCommand.Changes), ("kpis", ChatCommand.Kpi), ("coverage board", ChatCommand.Coverage), ("who is missing", ChatCommand.Coverage), ("reminders", ChatCommand.Campaign), ("where are we", ChatCommand.Status), ("where we are", ChatCommand.Status),
        ])
        .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where the text is no command.</returns>
    public static Spoken? Recognise(string text)
    {
        var said = text.Trim();
        if (said.StartsWith(WhatIf, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(said.ElementAtOrDefault(WhatIf.Length)))
            said = $"{ChatCommand.WhatIf}{said[WhatIf.Length..]}";
        if (said.TrimEnd('.', '!', '?') is var bare && bare.EndsWith(MyData, StringComparison.OrdinalIgnoreCase) && Bare(bare[..^MyData.Length]).Length == 0)
            return new Spoken(ChatCommand.MyData, "", IsPlain: true);
        if (Phrases.TryGetValue(Bare(said), out var whole))
            return new Spoken(whole, "", IsPlain: true);
        var end = said.IndexOfAny([' ', ':', '\n', '\t']);
        if (end < 0 || !Enum.TryParse<ChatCommand>(said[..end], ignoreCase: true, out var command) || !TakesRest(command))
            return null;
        var rest = said[(end + 1)..].Trim();
        if (command is ChatCommand.Changes or ChatCommand.Kpi)
            return (command is ChatCommand.Kpi ? Readings() : SinceVersion()).IsMatch(rest) ? new Spoken(command, rest, IsPlain: true) : null;
        var isPlain = said[end] == ':' || command switch
        {
            ChatCommand.Report => PainPointHandler.WithoutName(rest) is not null,
            ChatCommand.Ask => Question.IsAsked(rest), // "ask Milan, he knows" is an answer
            _ => false,
        };
        return new Spoken(command, rest, isPlain);
    }

    private static bool TakesRest(ChatCommand command) => command is ChatCommand.Report or ChatCommand.Share or ChatCommand.Switch or ChatCommand.Roadmap or ChatCommand.WhatIf or ChatCommand.Changes or ChatCommand.Kpi or ChatCommand.Ask;

    [GeneratedRegex(@"^(since\s+)?(version\s+)?\d{1,6}$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SinceVersion();

    /// <summary>A line with a KPI, a day and a value: nobody answers a question like that.</summary>
    [GeneratedRegex(@"^[^;\n]+;[^;\n]*\d[^;\n]*;", RegexOptions.None, 1000)]
    private static partial Regex Readings();

    /// <summary>Without "please", "show me the" and the like around it, and without a closing mark.</summary>
    private static string Bare(string said)
    {
        var words = said.TrimEnd('.', '!').Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 6 ? said : string.Join(' ', words.Where(word => !Politeness.Contains(word, StringComparer.OrdinalIgnoreCase)));
    }
}
