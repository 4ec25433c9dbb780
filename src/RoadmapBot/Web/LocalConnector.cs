using System.Globalization;
using System.Text.Json;

namespace RoadmapBot.Web;

/// <summary>
/// The part of the Bot Connector REST API that the bot speaks to, on the chats of the local page
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference). Refuses what Teams refuses.
/// </summary>
internal static class LocalConnector
{
    private const int LargestMessage = 100 * 1024;

    public static void MapLocalConnector(this IEndpointRouteBuilder local)
    {
        var v3 = local.MapGroup("/v3/conversations");
        v3.MapPost("", Open);
        v3.MapPost("/{chat}/activities", (string chat, JsonElement activity, LocalChats chats) => Send(chat, activity, chats));
        v3.MapPost("/{chat}/activities/{id}", (string chat, JsonElement activity, LocalChats chats) => Send(chat, activity, chats));
        v3.MapPut("/{chat}/activities/{id}", (string chat, string id, JsonElement activity, LocalChats chats) => Change(chat, id, activity, chats));
        v3.MapDelete("/{chat}/activities/{id}", (string chat, string id, LocalChats chats) => Change(chat, id, null, chats));
        v3.MapGet("/{chat}/members", (string chat, LocalChats chats) => Members(chat, chats) is { } members ? Results.Json(members) : NoChat());
        v3.MapGet("/{chat}/pagedmembers", Page);
        v3.MapGet("/{chat}/members/{id}", Member);
    }

    /// <summary>A person's own chat, always the same one; or a new thread in a channel, with its first message.</summary>
    private static IResult Open(JsonElement body, LocalChats chats)
    {
        var members = body.TryGetProperty("members", out var listed) && listed.ValueKind is JsonValueKind.Array ? listed.EnumerateArray().ToArray() : [];
        if (Text(body, "channelData", "channel", "id") is { } channel && body.TryGetProperty("activity", out var activity) && IsMessage(activity))
        {
            return chats.Say(channel, LocalPeople.BotId, activity) is { } said
                ? Results.Json(new { id = said.Chat, activityId = said.Id }, statusCode: StatusCodes.Status201Created)
                : NoChat();
        }

        if (members is not [var one] || Text(one, "id") is not { } id || (body.TryGetProperty("isGroup", out var group) && group.ValueKind is JsonValueKind.True))
            return Error(StatusCodes.Status400BadRequest, "BadSyntax", "A chat needs exactly one member, a channel thread its channel and an activity.");
        return chats.People.FirstOrDefault(person => (person.Id == id || person.AadObjectId == id) && person.Tenant == Text(body, "tenantId")) is { } person
            ? Results.Json(new { id = LocalPeople.PersonalChat(person.Id) }, statusCode: StatusCodes.Status201Created)
            : Error(StatusCodes.Status403Forbidden, "ForbiddenOperationException", "The app is not installed for this person.");
    }

    private static IResult Send(string chat, JsonElement activity, LocalChats chats)
    {
        if (Text(activity, "type") is "typing")
            return chats.Type(chat) is null ? NoChat() : Results.StatusCode(StatusCodes.Status202Accepted);
        if (!IsMessage(activity))
            return Error(StatusCodes.Status400BadRequest, "BadSyntax", "A message needs a text or an attachment.");
        if (activity.GetRawText().Length * sizeof(char) > LargestMessage)
            return Error(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The message is larger than Teams takes.");
        return chats.Say(chat, LocalPeople.BotId, activity) is { } said
            ? Results.Json(new { id = said.Id }, statusCode: StatusCodes.Status201Created)
            : NoChat();
    }

    private static IResult Change(string chat, string id, JsonElement? activity, LocalChats chats)
    {
        if (chats.Find(chat) is null)
            return NoChat();
        return chats.Change(chat, id, LocalPeople.BotId, activity) is null
            ? Error(StatusCodes.Status404NotFound, "ActivityNotFoundInConversation", "The chat shows no such message of the bot.")
            : Results.Json(new { id });
    }

    private static IResult Member(string chat, string id, LocalChats chats)
    {
        if (Members(chat, chats) is not { } members)
            return NoChat();
        return members.FirstOrDefault(member => member.Id == id || member.AadObjectId == id) is { } found
            ? Results.Json(found)
            : Error(StatusCodes.Status404NotFound, "MemberNotFoundInConversation", "The chat has no such member.");
    }

    /// <summary>Teams gives at least 50 and at most 500 members a page, and 200 where it is not told.</summary>
    private static IResult Page(string chat, LocalChats chats, int pageSize = 200, string continuationToken = "0")
    {
        if (Members(chat, chats) is not { } members)
            return NoChat();
        if (!int.TryParse(continuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            return Error(StatusCodes.Status400BadRequest, "Bad Argument", "The continuation token is not one of ours.");
        var page = members.Skip(start).Take(Math.Clamp(pageSize, 50, 500)).ToArray();
        var next = start + page.Length;
        return Results.Json(new { members = page, continuationToken = next < members.Count ? next.ToString(CultureInfo.InvariantCulture) : null });
    }

    private static IReadOnlyList<Roster>? Members(string chat, LocalChats chats) =>
        chats.Find(chat) is { } found
            ? [.. chats.People.Where(person => found.Members.Contains(person.Id)).Select(person => new Roster(person.Id, person.AadObjectId, person.Name, person.Tenant, "user"))]
            : null;

    private static bool IsMessage(JsonElement activity) =>
        Text(activity, "text") is { Length: > 0 }
        || (activity.ValueKind is JsonValueKind.Object && activity.TryGetProperty("attachments", out var attached) && attached is { ValueKind: JsonValueKind.Array } && attached.GetArrayLength() > 0);

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind is JsonValueKind.String ? element.GetString() : null;
    }

    private static IResult NoChat() => Error(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such chat.");

    private static IResult Error(int status, string code, string message) => Results.Json(new { error = new { code, message } }, statusCode: status);

    /// <summary>A member as the connector writes one.</summary>
    private sealed record Roster(string Id, string AadObjectId, string Name, string TenantId, string UserRole);
}
