namespace RoadmapBot.Teams;

/// <summary>What became of a call to the connector, as far as one may act on it.</summary>
internal abstract record ConnectorOutcome
{
    /// <param name="Id">The id of what was made, where the connector told one.</param>
    internal sealed record Done(string? Id) : ConnectorOutcome;

    /// <summary>Surely not done; try again after the pause (null: our own).</summary>
    internal sealed record Later(TimeSpan? After) : ConnectorOutcome;

    /// <summary>
    /// Perhaps done, perhaps not: a gateway error, a time-out, a broken connection, a success that the connector did not write. There is no
    /// idempotency key to find out.
    /// </summary>
    internal sealed record Unsure(TimeSpan? After) : ConnectorOutcome;

    /// <summary>The message is too large for Teams.</summary>
    internal sealed record TooLarge : ConnectorOutcome;

    /// <summary>Nothing can be sent to this chat until the person or the chat comes back to us.</summary>
    internal sealed record Gone : ConnectorOutcome;

    /// <summary>The message that the call is about is not there (any more).</summary>
    internal sealed record Missing : ConnectorOutcome;

    /// <summary>The tenant is served by another host.</summary>
    internal sealed record Moved(string ServiceUrl) : ConnectorOutcome;

    /// <summary>Our own credentials or registration are wrong.</summary>
    internal sealed record Unauthorized(string? Code) : ConnectorOutcome;

    /// <summary>Refused for good; trying again cannot help.</summary>
    internal sealed record Refused(int Status, string? Code) : ConnectorOutcome;

    private const string GccServiceUrl = "https://smba.infra.gcc.teams.microsoft.com/teams";

    /// <summary>
    /// The table of statuses and codes in
    /// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages and /bots/build-conversational-capability.
    /// A chat is only taken for closed where Teams says so; a bare 403 or 404 may come from anything on the way.
    /// </summary>
    public static ConnectorOutcome Read(int status, string body, TimeSpan? retryAfter)
    {
        var json = Loose.Parse(body);
        return (status, ErrorCode(json)) switch
        {
            ( >= 200 and < 300, _) when json is null && !string.IsNullOrWhiteSpace(body) => new Unsure(retryAfter),
            ( >= 200 and < 300, _) => new Done(json?.At("id")?.Text is { Length: > 0 } id ? id : null),
            (429 or 412, _) => new Later(retryAfter),
            (401, var code) => new Unauthorized(code),
            (403, "InvalidBotApiHost") => new Moved(GccServiceUrl),
            (403, "BotDisabledByAdmin" or "BotNotInConversationRoster" or "ConversationBlockedByUser" or "ForbiddenOperationException" or "MessageWritesBlocked")
                => new Gone(),
            (404, "ConversationNotFound") => new Gone(),
            (404, "ActivityNotFoundInConversation") => new Missing(),
            (413, _) => new TooLarge(),
            (408 or 500 or 502 or 503 or 504, _) => new Unsure(retryAfter),
            (_, var code) => new Refused(status, code),
        };
    }

    /// <summary>The error code of either body shape that Teams uses: <c>{"error":{"code"}}</c> or <c>{"errorCode","message":"{…subCode…}"}</c>.</summary>
    private static string? ErrorCode(Loose? json) =>
        json?.At("error", "code")?.Text
        ?? Loose.Parse(json?.At("message")?.Text ?? "")?.At("subCode")?.Text
        ?? json?.At("errorCode")?.Text;
}
