using System.Globalization;

namespace RoadmapBot.Conversation;

/// <summary>The culture that a text is filled in: dates and numbers of a country, in a language that we have texts in.</summary>
internal static class Language
{
    private const string Ours = "en";

    public static CultureInfo Default { get; } = CultureInfo.GetCultureInfo("en-US");

    /// <param name="locale">As the client names it; anything that we have no texts for gets the default.</param>
    public static CultureInfo Of(string? locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale ?? "", predefinedOnly: true) is { TwoLetterISOLanguageName: Ours, IsNeutralCulture: false } culture ? culture : Default;
        }
        catch (CultureNotFoundException)
        {
            return Default;
        }
    }
}
