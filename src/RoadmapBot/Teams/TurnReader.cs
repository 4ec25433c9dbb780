using System.Security.Cryptography;
using System.Text;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Teams;

/// <summary>Activity to turn, without deciding anything: what happened, who did it, where.</summary>
internal static class TurnReader
{
    private const int LongestName = 200;

    /// <returns>Null for what a bot has no answer to: reactions, meeting events, roster changes of other people, types not known yet.</returns>
    public static Turn? Read(Activity activity, DateTimeOffset now) =>
        Happened(activity) is { } what
            ? new Turn(Sender(activity), Place(activity), activity.Id ?? "", Delivery(activity, now), now, what)
            : null;

    public static TenantId Tenant(Activity activity) =>
        new(activity.Conversation?.TenantId ?? activity.ChannelData?.At("tenant", "id")?.Text ?? "");

    /// <summary>A message can be edited several times, always under its own id; what tells the edits apart is their time and text.</summary>
    private static string Delivery(Activity activity, DateTimeOffset now) => activity switch
    {
        { Id: null or "" } => $"no-id-{now.UtcTicks}",
        { Type: "messageUpdate" or "messageDelete" } =>
            $"{activity.Type}/{activity.Id}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.Timestamp?.Text}\n{activity.Text}")))[..16]}",
        _ => activity.Id,
    };

    private static Person Sender(Activity activity)
    {
        var from = activity.From!;
        var id = string.IsNullOrEmpty(from.AadObjectId) ? from.Id! : from.AadObjectId;
        return new Person(Tenant(activity), new PersonId(id), Name(from.Name ?? ""));
    }

    private static string Name(string given)
    {
        var name = string.Concat(given.Where(letter => !char.IsControl(letter))).Trim();
        if (name.Length <= LongestName)
            return name;
        return char.IsHighSurrogate(name[LongestName - 1]) ? name[..(LongestName - 1)] : name[..LongestName];
    }

    private static Chat Place(Activity activity)
    {
        var thread = activity.Conversation!.Id!;
        var kind = activity.Conversation.ConversationType switch
        {
            "personal" => ChatKind.Personal,
            "channel" => ChatKind.Channel,
            _ => ChatKind.Group, // where we cannot tell who reads along, we say what everybody may read
        };
        var channel = kind is ChatKind.Channel ? activity.ChannelData?.At("channel", "id")?.Text ?? thread.Split(";messageid=")[0] : thread;
        return new Chat(Tenant(activity), new ChatId(channel), kind, new ChatId(thread));
    }

    private static Happening? Happened(Activity activity) => activity.Type switch
    {
        "message" when string.IsNullOrEmpty(activity.Text) && Form(activity.Value) is { } form => Pressed(form),
        "message" => new Happening.Said(Mentions.Strip(activity)),
        "invoke" => Invoked(activity),
        "installationUpdate" => activity.Action?.StartsWith("remove", StringComparison.Ordinal) is true ? new Happening.Uninstalled() : new Happening.Installed(),
        "conversationUpdate" when HasUs(activity.MembersAdded, activity) => new Happening.Installed(),
        "conversationUpdate" when HasUs(activity.MembersRemoved, activity) => new Happening.Uninstalled(),
        "messageUpdate" when activity.ChannelData?.At("eventType")?.Text is "editMessage" => new Happening.Edited(activity.Id ?? "", Mentions.Strip(activity)),
        "messageDelete" => new Happening.Deleted(activity.Id ?? ""),
        _ => null,
    };

    private static bool HasUs(IReadOnlyList<ChannelAccount?>? members, Activity activity) =>
        activity.Recipient?.Id is { } us && (members ?? []).Any(member => member?.Id == us);

    private static Happening? Invoked(Activity activity)
    {
        var value = activity.Value;
        switch (activity.Name)
        {
            case "adaptiveCard/action":
                var action = value?.At("action");
                return new Happening.Pressed(action?.At("verb")?.Text ?? "", Form(action?.At("data")) ?? CardData.Empty, InPlace: true);
            case "task/fetch":
                var asked = Form(value?.At("data")) ?? CardData.Empty;
                return new Happening.DialogOpened(asked.Text(SubmitAction.VerbKey) ?? "", asked);
            case "task/submit":
                var sent = Form(value?.At("data")) ?? CardData.Empty;
                return new Happening.DialogSubmitted(sent.Text(SubmitAction.VerbKey) ?? "", sent);
            case "application/search":
                var paging = Form(value?.At("queryOptions")) ?? CardData.Empty;
                return new Happening.Searched(
                    value?.At("dataset")?.Text ?? "",
                    (value?.At("queryText")?.Text ?? "").Replace("\0", "", StringComparison.Ordinal).Trim(),
                    Math.Clamp(paging.Number("skip") ?? 0, 0, 1000),
                    Math.Clamp(paging.Number("top") ?? 15, 1, 50),
                    Form(value?.At("data")) ?? CardData.Empty);
            default:
                return null;
        }
    }

    private static Happening.Pressed Pressed(CardData form) => new(form.Text(SubmitAction.VerbKey) ?? "", form, InPlace: false);

    private static CardData? Form(Loose? value) =>
        value?.Members is { } members
            ? new CardData(members.Where(member => member.Value.Text is not null)
                .ToDictionary(member => member.Key, member => member.Value.Text!.Replace("\0", "", StringComparison.Ordinal)))
            : null;
}
