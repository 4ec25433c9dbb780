using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace RoadmapBot.Rig.Wire;

/// <summary>A good request of the channel, for a forger to change.</summary>
internal sealed class Attempt(ChannelKey key, ChannelJwt token, JsonObject activity, DateTimeOffset now)
{
    public ChannelKey Key => key;

    public ChannelJwt Token => token;

    public JsonObject Activity => activity;

    public string AppId { get; } = (string)token.Claims["aud"]!;

    public string ServiceUrl { get; } = (string)activity["serviceUrl"]!;

    public string Tenant { get; } = (string)activity["conversation"]!["tenantId"]!;

    /// <summary>The values of the header Authorization, made from the token.</summary>
    public Func<string, string[]> Headers { get; set; } = token => [$"Bearer {token}"];

    /// <summary>What stands behind the address, made from the token.</summary>
    public Func<string, string> Query { get; set; } = _ => "";

    /// <summary>Another header, made from the token.</summary>
    public Func<string, (string Name, string Value)>? Also { get; set; }

    /// <summary>What stands before the activity in the body.</summary>
    public byte[] Before { get; set; } = [];

    public long In(int minutes) => now.AddMinutes(minutes).ToUnixTimeSeconds();

    public void ServedAt(string url) => (token.Claims["serviceurl"], activity["serviceUrl"]) = (url, url);

    public void InTenant(string? ofConversation, string? ofChannelData)
    {
        activity["conversation"]!["tenantId"] = ofConversation;
        activity["channelData"]!["tenant"]!["id"] = ofChannelData;
    }

    /// <param name="http">A client that adds no token of its own.</param>
    public async Task<HttpResponseMessage> Post(HttpClient http)
    {
        var text = token.Text();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/messages{Query(text)}") { Content = new ByteArrayContent([.. Before, .. Encoding.UTF8.GetBytes(activity.ToJsonString())]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var header in Headers(text))
            request.Headers.TryAddWithoutValidation("Authorization", header);
        if (Also?.Invoke(text) is var (name, value))
            request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }
}
