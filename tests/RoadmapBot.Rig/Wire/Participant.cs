using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RoadmapBot.Rig.Wire;

/// <summary>Somebody who talks to the bot through HTTP, as Teams would carry it, and reads what the chat shows.</summary>
internal sealed class Participant(IRunningBot bot, string name, string tenant, string? chat = null, string kind = "personal")
{
    private static int _ids;
    private readonly string _chat = chat ?? $"a:{tenant}-{name}";
    private int _seen;

    public string Name => name;

    public string Id => $"{tenant}-{name}";

    public string Chat => _chat;

    /// <summary>The language of this person's client.</summary>
    public string Locale { get; set; } = "en-US";

    /// <summary>The message that was read last.</summary>
    public Shown? Last { get; private set; }

    /// <summary>The same person in a group chat or channel.</summary>
    public Participant In(string group, string kind = "groupChat") => new(bot, name, tenant, group, kind);

    public async Task<HttpResponseMessage> Post(JsonObject activity) => await bot.Http.PostAsJsonAsync("/api/messages", activity);

    /// <summary>An activity of this person in this chat; what is given is added to it.</summary>
    public JsonObject Activity(string type, JsonObject? with = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"{Interlocked.Increment(ref _ids)}",
            ["timestamp"] = "2026-11-22T10:00:00.000Z",
            ["serviceUrl"] = bot.Connector.Url,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = $"29:{Id}", ["name"] = name, ["aadObjectId"] = Id },
            ["recipient"] = new JsonObject { ["id"] = bot.Account, ["name"] = "RoadmapBot" },
            ["conversation"] = new JsonObject { ["id"] = _chat, ["conversationType"] = kind, ["tenantId"] = tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
            ["locale"] = Locale,
        };
        foreach (var (key, value) in with ?? [])
            activity[key] = value?.DeepClone();
        return activity;
    }

    public async Task Says(string text)
    {
        Mark();
        var said = kind == "personal" ? text : $"<at>RoadmapBot</at> {text}";
        var with = new JsonObject { ["text"] = said, ["textFormat"] = "plain" };
        if (kind != "personal")
        {
            with["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>RoadmapBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = bot.Account, ["name"] = "RoadmapBot" },
            });
        }

        await Accepted(Activity("message", with));
    }

    public Task Installs() => Accepted(Activity("installationUpdate", new JsonObject { ["action"] = "add" }));

    /// <summary>Waits for a message that holds all the given words.</summary>
    public async Task<Shown> Sees(params string[] words)
    {
        Last = await bot.Connector.WaitFor(
            _chat,
            shown => CardText.Of(shown.Activity) is var text && words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)),
            _seen,
            string.Join(" + ", words));
        _seen = Last.Seq;
        return Last;
    }

    /// <summary>Presses a button of the last card that was read, with its inputs filled in; returns what the card became.</summary>
    public async Task<JsonElement> Presses(string button, params (string Input, string Value)[] filled)
    {
        var card = CardText.Card(Last!.Activity) ?? throw new InvalidOperationException("The last message has no card.");
        return await PressesOn(card, button, filled);
    }

    public async Task<JsonElement> PressesOn(JsonElement card, string button, params (string Input, string Value)[] filled)
    {
        var action = CardText.Buttons(card).FirstOrDefault(one => one.GetProperty("title").GetString()!.StartsWith(button, StringComparison.OrdinalIgnoreCase));
        if (action.ValueKind is JsonValueKind.Undefined)
            throw new InvalidOperationException($"No button \"{button}\" on:\n{CardText.Of(card)}");
        Mark();
        var data = JsonNode.Parse(action.GetProperty("data").GetRawText())!.AsObject();
        if (!action.TryGetProperty("associatedInputs", out var inputs) || inputs.GetString() is not "none")
        {
            foreach (var input in CardText.Inputs(card))
            {
                if (input.TryGetProperty("value", out var value))
                    data[input.GetProperty("id").GetString()!] = value.ToString();
            }

            foreach (var (input, value) in filled)
                data[input] = value;
        }

        if (CardText.Type(action) is "Action.Submit")
        {
            await Accepted(Activity("message", new JsonObject { ["value"] = data, ["replyToId"] = Last?.Id }));
            return default;
        }

        var invoke = Activity("invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = Last?.Id,
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action.GetProperty("verb").GetString(), ["data"] = data },
                ["trigger"] = "manual",
            },
        });
        using var response = await Post(invoke);
        if (response.StatusCode is not HttpStatusCode.OK)
            throw new InvalidOperationException($"The button was answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("value");
    }

    /// <summary>Presses a button that no card need have shown.</summary>
    /// <returns>The status and the body of the answer.</returns>
    public async Task<string> Sends(string verb, IReadOnlyDictionary<string, string> data)
    {
        using var response = await Post(Activity("invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = JsonSerializer.SerializeToNode(data) } },
        }));
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    public async Task Accepted(JsonObject activity)
    {
        using var response = await Post(activity);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"The activity was answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>What comes from here on is new.</summary>
    private void Mark() => _seen = bot.Connector.In(_chat).Select(shown => shown.Seq).DefaultIfEmpty(_seen).Max();
}
