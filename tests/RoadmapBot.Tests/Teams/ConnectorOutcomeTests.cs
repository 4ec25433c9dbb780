using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Teams;

public sealed class ConnectorOutcomeTests
{
    private const string Blocked = """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":\"x\"}"}""";

    private static readonly Dictionary<string, (int Status, string Body, ConnectorOutcome Outcome)> Table = new()
    {
        ["sent"] = (201, """{"id":"m1"}""", new ConnectorOutcome.Done("m1")),
        ["sent, the id a number"] = (201, """{"id":17}""", new ConnectorOutcome.Done("17")),
        ["accepted without an id"] = (202, "{}", new ConnectorOutcome.Done(null)),
        ["accepted with an empty id"] = (202, """{"id":""}""", new ConnectorOutcome.Done(null)),
        ["deleted"] = (200, "", new ConnectorOutcome.Done(null)),
        ["null"] = (200, "null", new ConnectorOutcome.Done(null)),
        ["a page that the connector did not write"] = (200, "<html>sign in</html>", new ConnectorOutcome.Unsure(null)),
        ["an id that is no text"] = (201, "{\"id\":\"\\ud800\"}", new ConnectorOutcome.Unsure(null)),
        ["moved elsewhere"] = (302, "", new ConnectorOutcome.Refused(302, null)),
        ["bad argument"] = (400, Error("Bad Argument"), new ConnectorOutcome.Refused(400, "Bad Argument")),
        ["bad syntax"] = (400, Error("BadSyntax"), new ConnectorOutcome.Refused(400, "BadSyntax")),
        ["token not taken"] = (401, "", new ConnectorOutcome.Unauthorized(null)),
        ["not registered"] = (401, Error("BotNotRegistered"), new ConnectorOutcome.Unauthorized("BotNotRegistered")),
        ["disabled by an admin"] = (403, Error("BotDisabledByAdmin"), new ConnectorOutcome.Gone()),
        ["not in the chat"] = (403, Error("BotNotInConversationRoster"), new ConnectorOutcome.Gone()),
        ["blocked by the person"] = (403, Error("ConversationBlockedByUser"), new ConnectorOutcome.Gone()),
        ["blocked, in the other shape"] = (403, Blocked, new ConnectorOutcome.Gone()),
        ["not installed"] = (403, Error("ForbiddenOperationException"), new ConnectorOutcome.Gone()),
        ["wrong host for the tenant"] = (403, Error("InvalidBotApiHost"), new ConnectorOutcome.Moved("https://smba.infra.gcc.teams.microsoft.com/teams")),
        ["not permitted"] = (403, Error("NotEnoughPermissions"), new ConnectorOutcome.Refused(403, "NotEnoughPermissions")),
        ["another code of that shape"] = (403, """{"errorCode":210,"message":"no"}""", new ConnectorOutcome.Refused(403, "210")),
        ["forbidden by something on the way"] = (403, "<html>firewall</html>", new ConnectorOutcome.Refused(403, null)),
        ["no such chat"] = (404, Error("ConversationNotFound"), new ConnectorOutcome.Gone()),
        ["no such message"] = (404, Error("ActivityNotFoundInConversation"), new ConnectorOutcome.Missing()),
        ["not found by something on the way"] = (404, "not found", new ConnectorOutcome.Refused(404, null)),
        ["request time-out"] = (408, "", new ConnectorOutcome.Unsure(Asked)),
        ["other writes at once"] = (412, Error("PreconditionFailed"), new ConnectorOutcome.Later(Asked)),
        ["too large"] = (413, Error("MessageSizeTooBig"), new ConnectorOutcome.TooLarge()),
        ["too many"] = (429, Error("Throttled"), new ConnectorOutcome.Later(Asked)),
        ["service error"] = (500, Error("ServiceError"), new ConnectorOutcome.Unsure(Asked)),
        ["not implemented"] = (501, "[]", new ConnectorOutcome.Refused(501, null)),
        ["bad gateway"] = (502, "<html>", new ConnectorOutcome.Unsure(Asked)),
        ["unavailable"] = (503, "", new ConnectorOutcome.Unsure(Asked)),
        ["gateway time-out"] = (504, "", new ConnectorOutcome.Unsure(Asked)),
    };

    public static TheoryData<string> Rows => [.. Table.Keys];

    private static TimeSpan Asked => TimeSpan.FromSeconds(7);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_answer_of_the_connector_has_one_meaning(string row)
    {
        var (status, body, outcome) = Table[row];
        TimeSpan? asked = status is 408 or 412 or 429 or >= 500 ? Asked : null;
        Assert.Equal(outcome, ConnectorOutcome.Read(status, body, asked));
    }

    private static string Error(string code) => $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""";
}
