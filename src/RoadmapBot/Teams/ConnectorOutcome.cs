using System.Text.Json;

namespace RoadmapBot.Teams;

/// <summary>What became of a call to the connector, as far as one may act on it.</summary>
internal abstract record ConnectorOutcome
{
    /// <param name="Id">The id of what was made, where the connector told one.</param>
    internal sealed record Done(string? Id) : ConnectorOutcome;

    /// <summary>Surely not done; try again after the pause (null: our own).</summary>
    internal sealed record Later(TimeSpan? After) : ConnectorOutcome;

    /// <summary>Perhaps done, perhaps not: a gateway error, a time-out, a broken connection. There is no idempotency key to find out.</summary>
    internal sealed record Unsure : ConnectorOutcome;

    /// <summary>The message is too large for Teams.</summary>
    internal sealed record TooLarge : ConnectorOutcome;

    /// <summary>Nothing can be sent to this chat until the person or the chat comes back to us.</summary>
    internal sealed record Gone : ConnectorOutcome;

    /// <summary>What the call is about is not there (any more).</summary>
    internal sealed record Missing : ConnectorOutcome;

    /// <summary>The tenant is served by another host.</summary>
    internal sealed record Moved(string ServiceUrl) : ConnectorOutcome;

    /// <summary>Our own credentials or registration are wrong.</summary>
    internal sealed record Unauthorized : ConnectorOutcome;

    /// <summary>Refused for good; trying again cannot help.</summary>
    internal sealed record Refused(int Status, string? Code) : ConnectorOutcome;

    private const string GccServiceUrl = "https://smba.infra.gcc.teams.microsoft.com/teams";

    /// <summary>
    /// The table of statuses and codes in
    /// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages and /bots/build-conversational-capability.
    /// </summary>
    public static ConnectorOutcome Read(int status, string body, TimeSpan? retryAfter) => (status, ErrorCode(body)) switch
    {
        ( >= 200 and < 300, _) => new Done(Member(body, "id")),
        (429 or 412, _) => new Later(retryAfter),
        (401, _) => new Unauthorized(),
        (403, "InvalidBotApiHost") => new Moved(GccServiceUrl),
        (403, "NotEnoughPermissions" or "ContentStreamNotAllowed") => new Refused(403, ErrorCode(body)),
        (403, _) => new Gone(),
        (404, "ActivityNotFoundInConversation") => new Missing(),
        (404, _) => new Gone(),
        (413, _) => new TooLarge(),
        (408 or 502 or 503 or 504, _) => new Unsure(),
        (_, var code) => new Refused(status, code),
    };

    /// <summary>The error code of either body shape that Teams uses: <c>{"error":{"code"}}</c> or <c>{"errorCode","message":"{…subCode…}"}</c>.</summary>
    private static string? ErrorCode(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } root)
                return null;
            if (root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object && error.TryGetProperty("code", out var code))
                return code.ToString();
            return root.TryGetProperty("errorCode", out var number) ? number.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Member(string body, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
