using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>
/// The Bot Connector REST API, version 3 (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference).
/// One method for each call; every ending is a <see cref="ConnectorOutcome"/>, and waiting and trying again is for whoever calls.
/// </summary>
internal sealed class ConnectorClient(IHttpClientFactory clients, TokenSource tokens, TimeProvider time)
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
            catch (Exception fault) when (IsTransport(fault, cancel) || fault is JsonException)
            {
                return (new ConnectorOutcome.Later(null), ""); // nothing was sent yet
            }

            var (outcome, text) = await Once(method, url, body, token, cancel);
            if (outcome is not ConnectorOutcome.Unauthorized || token is null || fresh)
                return (outcome, text);
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
            using var response = await clients.CreateClient(nameof(ConnectorClient)).SendAsync(request, cancel);
            var text = await response.Content.ReadAsStringAsync(cancel);
            return (ConnectorOutcome.Read((int)response.StatusCode, text, Pause(response.Headers.RetryAfter)), text);
        }
        catch (Exception fault) when (IsTransport(fault, cancel))
        {
            return (new ConnectorOutcome.Unsure(), "");
        }
    }

    private TimeSpan? Pause(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date > time.GetUtcNow() ? date - time.GetUtcNow() : null);

    private static bool IsTransport(Exception fault, CancellationToken cancel) =>
        fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancel.IsCancellationRequested);
}
