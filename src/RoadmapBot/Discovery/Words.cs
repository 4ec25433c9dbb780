using System.Globalization;
using System.Text.RegularExpressions;

namespace RoadmapBot.Discovery;

internal enum WordKind
{
    Word,

    /// <summary>A quantity in digits, also with a unit right behind it: <c>12</c>, <c>1,200.50</c>, <c>10k</c>, <c>30min</c>.</summary>
    Number,

    /// <summary><c>1950</c> to <c>2099</c>.</summary>
    Year,

    /// <summary><c>2027-03-01</c>, <c>1.4.2027</c>, <c>3/15</c>, <c>2027/28</c>.</summary>
    Date,

    /// <summary><c>9:30</c>, <c>8am</c>.</summary>
    Clock,

    /// <summary><c>1st</c>.</summary>
    Ordinal,

    /// <summary>A currency sign or <c>%</c>.</summary>
    Sign,

    /// <summary>The end of a sentence or line.</summary>
    Stop,
}

/// <param name="Text">In lower case, with straight apostrophes and without a closing <c>'s</c>.</param>
/// <param name="Written">As the person wrote it, without a closing <c>'s</c>.</param>
internal readonly record struct Word(WordKind Kind, string Text, string Written)
{
    public bool IsCapitalised => Written.Length > 1 && char.IsUpper(Written[0]) && Written.Any(char.IsLower);

    public bool IsAcronym => Written.Length is > 1 and < 7 && Written.All(char.IsUpper);
}

/// <summary>Cuts a text into what cues are compared with. Hyphens and commas separate words and leave no trace.</summary>
internal static partial class Words
{
    private static readonly string[] Units =
    [
        "k", "m", "mio", "bn", "h", "hr", "hrs", "min", "mins", "s", "sec", "d", "x", "gb", "tb", "mb", "mbit", "gbit", "mbps", "gbps", "pcs",
        "eur", "usd", "gbp", "chf",
    ];

    public static IReadOnlyList<Word> Of(string text)
    {
        var words = Pattern().Matches(text).Select(match => From(match.Value)).ToArray();

        // Who writes in capitals throughout names nothing by them.
        var isShouted = words.Length >= 4 && !text.Any(char.IsLower);
        return isShouted ? [.. words.Select(word => word with { Written = word.Text })] : words;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}\d]*(?:['’]\p{L}+)*|\d+(?:[.,:/-]\d+)*\p{L}*|[\p{Sc}%]|[.!?;:](?=\s|$)|[\r\n]")]
    private static partial Regex Pattern();

    private static Word From(string written)
    {
        if (char.IsDigit(written[0]))
            return new Word(KindOfDigits(written), written.ToLowerInvariant(), written);
        if (".!?;:\r\n".Contains(written[0]))
            return new Word(WordKind.Stop, written, written);
        if (!char.IsLetter(written[0]))
            return new Word(WordKind.Sign, written, written);

        var straight = written.Replace('’', '\'');
        var bare = straight.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? straight[..^2] : straight;
        return new Word(WordKind.Word, bare.ToLowerInvariant(), bare);
    }

    private static WordKind KindOfDigits(string written)
    {
        var unit = string.Concat(written.SkipWhile(sign => !char.IsLetter(sign))).ToLowerInvariant();
        var digits = written[..^unit.Length];
        if (unit is "st" or "nd" or "rd" or "th")
            return WordKind.Ordinal;
        if (digits.Contains(':') || unit is "am" or "pm")
            return WordKind.Clock;
        if (unit.Length > 0)
            return Units.Contains(unit) ? WordKind.Number : WordKind.Word;
        if (digits.Length == 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1950 and <= 2099)
            return WordKind.Year;
        return DatePattern().IsMatch(digits) ? WordKind.Date : WordKind.Number;
    }

    [GeneratedRegex(@"^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{2}|\d{4})|\d{1,2}/(?:\d{1,2}|\d{4})|\d{4}[-/](?:\d{2}|\d{4}))$")]
    private static partial Regex DatePattern();
}
