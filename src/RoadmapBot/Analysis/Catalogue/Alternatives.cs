using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Spells out the short notation of phrases: "(old|ancient) server" is two phrases, "[very] old" is two as well.</summary>
internal static class Alternatives
{
    public static IEnumerable<string> Of(string phrase)
    {
        var open = phrase.AsSpan().IndexOfAny("([");
        if (open < 0)
            return [phrase];
        var close = phrase.IndexOf(phrase[open] is '(' ? ')' : ']', open);
        if (close < 0)
            throw new NotationException($"The phrase \"{phrase}\" opens a {phrase[open]} that nothing closes.", $"Add the {(phrase[open] is '(' ? ')' : ']')}.");
        var choices = phrase[(open + 1)..close].Split('|').Concat(phrase[open] is '[' ? [""] : Array.Empty<string>());
        return choices.SelectMany(choice => Of(phrase[..open] + choice + phrase[(close + 1)..]));
    }
}
