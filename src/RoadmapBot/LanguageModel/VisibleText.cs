using System.Globalization;
using System.Text;

namespace RoadmapBot.LanguageModel;

/// <summary>Text as a person sees it. What cannot be seen can carry orders to a model, or words past a reader, and no answer needs it.</summary>
internal static class VisibleText
{
    /// <summary>Without control, format, tag and private characters, variation selectors and halves of characters; line breaks and tabs stay.</summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var sign in text.EnumerateRunes()) // a lone half comes as U+FFFD
        {
            if (IsVisible(sign) || sign.Value is '\n' or '\t')
                kept.Append(sign);
        }

        return kept.ToString();
    }

    public static bool IsVisible(Rune sign) =>
        Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && sign != Rune.ReplacementChar
        && sign.Value is not (>= 0xFE00 and <= 0xFE0F) and not (>= 0xE0000 and <= 0xE01FF) and not 0x115F and not 0x1160 and not 0x3164 and not 0xFFA0 and not 0x034F;
}
