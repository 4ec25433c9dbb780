using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using RoadmapBot.Conversation;
using RoadmapBot.Web;

namespace RoadmapBot.Hosting;

/// <summary>A step of the demo did not go as the script has it; the message says which, and what the bot did instead.</summary>
internal sealed class DemoException(string message) : Exception(message);

/// <summary>The bot as the local page reaches it: where to post, and what its chats show.</summary>
internal sealed record DemoLine(HttpClient Http, LocalChats Chats, TimeProvider Time, CancellationToken Stop);

/// <summary>Somebody of the cast in one chat, who posts what the local page would post and reads what the chat shows.</summary>
internal sealed class DemoPerson(DemoLine line, LocalPerson person, LocalChat chat)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private long _seen;

    public string Name => person.Name;

    /// <summary>As cards name people.</summary>
    public string Id => person.AadObjectId;

    public async Task Install()
    {
        line.Chats.Install(chat.Id, person.Id);
        await Post(Activity("installationUpdate", new JsonObject { ["action"] = "add" }));
    }

    public async Task Say(string text)
    {
        var mention = $"<at>{LocalPeople.BotName}</at>";
        var said = chat.Kind is "personal"
            ? new JsonObject { ["text"] = text, ["textFormat"] = "plain" }
            : new JsonObject
            {
                ["text"] = $"{mention} {text}",
                ["textFormat"] = "plain",
                ["entities"] = new JsonArray(new JsonObject
                {
                    ["type"] = "mention",
                    ["text"] = mention,
                    ["mentioned"] = new JsonObject { ["id"] = LocalPeople.BotId, ["name"] = LocalPeople.BotName },
                }),
            };
        var shown = line.Chats.Say(chat.Id, person.Id, JsonSerializer.SerializeToElement(said))!;
        said["id"] = shown.Id;
        _seen = shown.Seq;
        await Post(Activity("message", said));
    }

    /// <summary>Waits for a card of the bot that was not read before.</summary>
    /// <param name="expected">What the person waits for, as a fault would name it.</param>
    public async Task<DemoCard> Sees(string expected, Func<DemoCard, bool> isIt)
    {
        for (var limit = line.Time.GetUtcNow() + Patience; line.Time.GetUtcNow() < limit; await Task.Delay(Look, line.Time, line.Stop))
        {
            if (Shown().FirstOrDefault(isIt) is not { } card)
                continue;
            _seen = card.Seq;
            return card;
        }

        throw new DemoException(DemoTexts.NotSeen.With(Name, expected, chat.Name, LastWords()));
    }

    /// <summary>Presses a button, with inputs filled in.</summary>
    /// <returns>What the card became; null where the answer is a message, or a text.</returns>
    public async Task<DemoCard?> Press(DemoCard card, string verb, params (string Input, string? Value)[] filled) =>
        await Press(card, card.Button(verb) ?? throw new DemoException(DemoTexts.NoButton.With(Name, verb, card.Title)), filled);

    /// <inheritdoc cref="Press(DemoCard, string, ValueTuple{string, string}[])"/>
    public async Task<DemoCard?> Press(DemoCard card, JsonElement button, params (string Input, string? Value)[] filled)
    {
        var data = card.Data(button, filled);
        if (button.GetProperty("type").GetString() is "Action.Submit")
        {
            await Post(Activity("message", new JsonObject { ["value"] = data, ["replyToId"] = card.Message }));
            return null;
        }

        var answer = await Post(Activity("invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = card.Message,
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.GetProperty("verb").GetString(), ["data"] = data },
                ["trigger"] = "manual",
            },
        }));
        if (answer is not { } body || body.GetProperty("type").GetString() is not "application/vnd.microsoft.card.adaptive")
            return null;
        var shown = line.Chats.View(card.Thread, card.Message, person.Id, body.GetProperty("value"));
        return card with { Content = body.GetProperty("value"), Seq = shown?.Seq ?? card.Seq };
    }

    /// <summary>As <see cref="Press(DemoCard, string, ValueTuple{string, string}[])"/>, where only a card will do.</summary>
    public async Task<DemoCard> Opens(DemoCard card, string verb, params (string Input, string? Value)[] filled) =>
        await Press(card, verb, filled) ?? throw new DemoException(DemoTexts.NoCard.With(Name, verb, card.Title));

    private IEnumerable<DemoCard> Shown() =>
        from shown in line.Chats.Shown(chat.Id)
        where shown.Seq > _seen && shown.By == LocalPeople.BotId && shown.Body is not null
        let attached = shown.Body!.Value.TryGetProperty("attachments", out var attachments) ? attachments : default
        where attached.ValueKind is JsonValueKind.Array && attached.GetArrayLength() > 0
        select new DemoCard(shown.Chat, shown.Id, shown.Seq, attached[0].GetProperty("content"));

    private string LastWords()
    {
        var last = line.Chats.Shown(chat.Id).LastOrDefault(shown => shown.By == LocalPeople.BotId)?.Body;
        return last is not { } body ? DemoTexts.Nothing
            : body.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 } words ? words
            : body.GetProperty("attachments")[0].GetProperty("content").GetProperty("fallbackText").GetString() ?? "";
    }

    private JsonObject Activity(string type, JsonObject with)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"f:{Guid.CreateVersion7(line.Time.GetUtcNow())}",
            ["timestamp"] = line.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["serviceUrl"] = new Uri(line.Http.BaseAddress!, "/local").ToString(),
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = LocalPeople.BotId, ["name"] = LocalPeople.BotName },
            ["conversation"] = new JsonObject { ["id"] = chat.Id, ["conversationType"] = chat.Kind, ["tenantId"] = person.Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = person.Tenant } },
            ["locale"] = "en-US",
        };
        foreach (var (key, value) in with)
            activity[key] = value?.DeepClone();
        return activity;
    }

    /// <returns>The body of the answer, where it has one.</returns>
    private async Task<JsonElement?> Post(JsonObject activity)
    {
        using var response = await line.Http.PostAsJsonAsync("/api/messages", activity, line.Stop);
        if (response.StatusCode is not HttpStatusCode.OK)
            throw new DemoException(DemoTexts.Refused.With(Name, (int)response.StatusCode));
        var body = await response.Content.ReadAsByteArrayAsync(line.Stop);
        return body.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(body) : null;
    }
}
