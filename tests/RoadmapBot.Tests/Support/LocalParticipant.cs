using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using RoadmapBot.Web;

namespace RoadmapBot.Tests.Support;

/// <summary>Somebody of the cast in the chats of the local page, without the page: posts what the page would post.</summary>
internal sealed class LocalParticipant(TestBot bot, LocalPerson person, LocalChat? chat = null)
{
    private static int _ids;

    public string Chat => chat?.Id ?? LocalPeople.PersonalChat(person.Id);

    public Task Installs() => Sends("installationUpdate", new { action = "add" });

    public Task Says(string text) => Sends("message", new { text, textFormat = "plain" });

    public async Task<JsonElement?> Sends(string type, object with)
    {
        var activity = JsonSerializer.SerializeToNode(with)!.AsObject();
        activity["type"] = type;
        activity["id"] = Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
        activity["serviceUrl"] = new Uri(bot.Http.BaseAddress!, "/local").ToString();
        activity["channelId"] = "msteams";
        activity["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.AadObjectId };
        activity["recipient"] = new JsonObject { ["id"] = LocalPeople.BotId, ["name"] = LocalPeople.BotName };
        activity["conversation"] = new JsonObject { ["id"] = Chat, ["conversationType"] = chat?.Kind ?? "personal", ["tenantId"] = person.Tenant };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = person.Tenant } };
        using var response = await bot.Http.PostAsJsonAsync("/api/messages", activity);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return response.Content.Headers.ContentLength is null or > 0 ? await response.Content.ReadFromJsonAsync<JsonElement>() : null;
    }
}
