namespace RoadmapBot.Teams;

/// <summary>What people can tell the bot to do. The manifest offers the same words.</summary>
internal enum Command
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
    Share,
    Switch,
    Cancel,
}

/// <param name="Rest">What follows the command's word.</param>
/// <param name="IsPlain">Nothing but the command was said, or it was marked by a colon: it cannot be meant as an answer to a question.</param>
internal sealed record Spoken(Command Command, string Rest, bool IsPlain);

/// <summary>Recognises a command in what somebody typed, in any letter case.</summary>
internal static class SpokenCommands
{
    private static readonly string[] Politeness = ["please", "show", "me", "the", "my", "our"];

    private static readonly IReadOnlyDictionary<string, Command> Phrases = Enum.GetValues<Command>()
        .Select(command => (Phrase: command.ToString(), command))
        .Concat(
        [
            ("hello", Command.Hi), ("hey", Command.Hi), ("hi there", Command.Hi), ("hello there", Command.Hi),
            ("?", Command.Help), ("what can you do", Command.Help), ("what can you do?", Command.Help), ("commands", Command.Help),
            ("begin", Command.Start), ("start interview", Command.Start), ("interview", Command.Start),
            ("resume", Command.Continue), ("go on", Command.Continue), ("continue interview", Command.Continue),
            ("stop", Command.Cancel), ("pause", Command.Cancel),
            ("gap analysis", Command.Gaps), ("executive summary", Command.Summary), ("where are we", Command.Status), ("where we are", Command.Status),
        ])
        .ToDictionary(pair => pair.Phrase, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where the text is no command.</returns>
    public static Spoken? Recognise(string text)
    {
        var said = text.Trim();
        if (Phrases.TryGetValue(Bare(said), out var whole))
            return new Spoken(whole, "", IsPlain: true);
        var end = said.IndexOfAny([' ', ':', '\n', '\t']);
        if (end < 0 || !Enum.TryParse<Command>(said[..end], ignoreCase: true, out var command) || !TakesRest(command))
            return null;
        return new Spoken(command, said[(end + 1)..].Trim(), IsPlain: said[end] == ':');
    }

    private static bool TakesRest(Command command) => command is Command.Report or Command.Share or Command.Switch or Command.Roadmap;

    /// <summary>Without "please", "show me the" and the like around it, and without a closing mark.</summary>
    private static string Bare(string said)
    {
        var words = said.TrimEnd('.', '!').Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 6 ? said : string.Join(' ', words.Where(word => !Politeness.Contains(word, StringComparer.OrdinalIgnoreCase)));
    }
}
