using System.Net.Http.Headers;
using System.Text;
using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>
/// The Bot Connector REST API, version 3 (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference).
/// One method for each call; every ending is a <see cref="ConnectorOutcome"/>, and waiting and trying again is for whoever calls.
/// </summary>
internal sealed partial class ConnectorClient(IHttpClientFactory clients, TokenSource tokens, TimeProvider time, ILogger<ConnectorClient> log)
{
    public Task<ConnectorOutcome> Send(ChatReference chat, string activity, CancellationToken cancel) =>
        Call(HttpMethod.Post, Url(chat, "activities"), activity, cancel);

    public Task<ConnectorOutcome> Reply(ChatReference chat, string toActivity, string activity, CancellationToken cancel) =>
        Call(HttpMethod.Post, Url(chat, "activities", toActivity), activity, cancel);

    public Task<ConnectorOutcome> Update(ChatReference chat, string activityId, string activity, CancellationToken cancel) =>
        Call(HttpMethod.Put, Url(chat, "activities", activityId), activity, cancel);

    public Task<ConnectorOutcome> Delete(ChatReference chat, string activityId, CancellationToken cancel) =>
        Call(HttpMethod.Delete, Url(chat, "activities", activityId), null, cancel);

    /// <summary>Opens the personal chat with a person; the outcome's id is the chat's. Always the same chat for the same person.</summary>
    public Task<ConnectorOutcome> OpenPersonalChat(string serviceUrl, string bot, TenantId tenant, PersonId person, CancellationToken cancel) =>
        Call(
            HttpMethod.Post,
            $"{serviceUrl.TrimEnd('/')}/v3/conversations",
            OutgoingActivity.Serialize(new { isGroup = false, bot = new { id = bot }, members = new[] { new { id = person.Value } }, tenantId = tenant.Value }),
            cancel);

    /// <summary>The people of a chat, page by page; null where they cannot be had now.</summary>
    public async Task<IReadOnlyList<Person>?> Members(ChatReference chat, CancellationToken cancel)
    {
        const int MostPages = 20; // 10,000 people; also ends a continuation token that never ends
        var members = new List<Person>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var url = Url(chat, "pagedmembers") + "?pageSize=500" + (next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}");
            var (outcome, body) = await Exchange(HttpMethod.Get, url, null, cancel);
            if (outcome is not ConnectorOutcome.Done || MemberPage.Read(body) is not { } read)
                return null;
            members.AddRange(read.People(chat.Chat.Tenant));
            if ((next = read.ContinuationToken) is null or "")
                break;
        }

        return members;
    }

    private static string Url(ChatReference chat, params ReadOnlySpan<string> path)
    {
        var url = new StringBuilder(chat.ServiceUrl.TrimEnd('/')).Append("/v3/conversations/").Append(Uri.EscapeDataString(chat.Chat.Thread.Value));
        foreach (var segment in path)
            url.Append('/').Append(Uri.EscapeDataString(segment));
        return url.ToString();
    }

    private async Task<ConnectorOutcome> Call(HttpMethod method, string url, string? body, CancellationToken cancel) =>
        (await Exchange(method, url, body, cancel)).Outcome;

    /// <summary>One call; with a token that the connector no longer takes, once more with a fresh one.</summary>
    private async Task<(ConnectorOutcome Outcome, string Body)> Exchange(HttpMethod method, string url, string? body, CancellationToken cancel)
    {
        for (var fresh = false; ; fresh = true)
        {
            string? token;
            try
            {
                token = await tokens.Get(cancel);
            }
            catch (Exception fault) when (IsTransport(fault, cancel))
            {
                Log.NoToken(log, fault);
                return (new ConnectorOutcome.Later(null), ""); // nothing was sent yet
            }

            var (outcome, text) = await Once(method, url, body, token, cancel);
            if (outcome is not ConnectorOutcome.Unauthorized { Code: var code })
                return (outcome, text);
            if (token is null || fresh)
            {
                Log.NotAuthorized(log, code);
                return (outcome, text);
            }

            tokens.Drop(token);
        }
    }

    private async Task<(ConnectorOutcome Outcome, string Body)> Once(HttpMethod method, string url, string? body, string? token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, url);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            using var http = clients.CreateClient(nameof(ConnectorClient));
            using var response = await http.SendAsync(request, cancel);
            // As UTF-8 whatever the header says: an unknown charset must not make a delivered message look like a fault.
            var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancel));
            return (ConnectorOutcome.Read((int)response.StatusCode, text, Pause(response.Headers.RetryAfter)), text);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return (new ConnectorOutcome.Later(null), ""); // there was no connection to send anything over
        }
        catch (Exception fault) when (IsTransport(fault, cancel))
        {
            return (new ConnectorOutcome.Unsure(null), "");
        }
    }

    private TimeSpan? Pause(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date - time.GetUtcNow());

    private static bool IsTransport(Exception fault, CancellationToken cancel) =>
        fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancel.IsCancellationRequested);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The token endpoint gave the bot no token; messages wait. Check Teams:AppId, Teams:AppSecret and Teams:HomeTenant")]
        public static partial void NoToken(ILogger log, Exception fault);

        [LoggerMessage(2, LogLevel.Error, "Teams does not accept the bot ({Code}); messages wait. Check the bot's registration and Teams:AppId")]
        public static partial void NotAuthorized(ILogger log, string? code);
    }
}
