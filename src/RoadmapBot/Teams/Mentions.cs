namespace RoadmapBot.Teams;

/// <summary>Takes the mention of the bot out of a message; mentions of other people are part of what was said.</summary>
internal static class Mentions
{
    private static readonly char[] Around = ['\r', '\n', '\u00a0', ' ', '\t'];

    public static string Strip(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities?.Items ?? [])
        {
            if (entity.At("type")?.Text is not "mention" || entity.At("mentioned", "id")?.Text is not { } mentioned || mentioned != activity.Recipient?.Id)
                continue;
            var markup = entity.At("text")?.Text ?? $"<at>{entity.At("mentioned", "name")?.Text}</at>";
            if (markup.Length > 0)
                text = text.Replace(markup, "", StringComparison.Ordinal);
        }

        return text.Replace("\0", "", StringComparison.Ordinal).Trim(Around);
    }
}
