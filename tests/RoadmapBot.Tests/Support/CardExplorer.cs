using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RoadmapBot.Tests.Support;

/// <summary>Somebody in a chat who keeps every card for the album, and who can press every button there is.</summary>
internal sealed class CardExplorer(TestBot bot, CardAlbum album, Participant person, bool isAlone = true)
{
    /// <summary>Buttons that decide something; they are pressed on purpose only.</summary>
    private static readonly string[] Deeds =
    [
        "engagement/create", "engagement/request-role", "mydata/erase", "mydata/export", "member/set", "interview/", "pain/", "anonymous/ask", "relay/", "roadmap/approve", "roadmap/remark", "roadmap/save", "roadmap/planning-save", "roadmap/leave-out",
        "roadmap/share", "roadmap/take-back", "progress/save", "campaign/begin", "campaign/start", "campaign/pause", "campaign/resume", "campaign/stop", "campaign/clock-save", "coverage/sizes", "pass/", "kpi/save", "kpi/drop", "kpi/note", "kpi/take", "progress/zone-save", "scoring/start", "scoring/save", "scoring/send", "scoring/abstain", "scoring/close",
    ];

    private readonly HashSet<string> _pressed = [];

    public Participant Person => person;

    /// <summary>The same person where others read along.</summary>
    public CardExplorer In(string group, string kind = "groupChat") => new(bot, album, person.In(group, kind), isAlone: false);

    /// <summary>Says something that others must not read in the person's words.</summary>
    public async Task Tells(string text)
    {
        album.Said(person.Name, text);
        await person.Says(text);
    }

    /// <summary>Waits for a card that holds all the words.</summary>
    public async Task<JsonElement> Sees(params string[] words)
    {
        while (true)
        {
            if (CardText.Card((await person.Sees(words)).Activity) is not { } card)
                continue;
            Keep(card, $"waiting for \"{string.Join(" + ", words)}\"");
            return card;
        }
    }

    public async Task<JsonElement> SeesAfter(string command, params string[] words)
    {
        await person.Says(command);
        return await Sees(words);
    }

    /// <summary>Presses a button; returns the card that it leads to in place.</summary>
    public async Task<JsonElement> Presses(JsonElement card, string button, params (string Input, string Value)[] filled)
    {
        var shown = await person.PressesOn(card, button, filled);
        if (shown.ValueKind is JsonValueKind.Object)
            Keep(shown, $"having pressed \"{button}\"");
        return shown;
    }

    /// <summary>Presses everything on the card that only shows something, and everything on what that shows.</summary>
    public async Task Explore(JsonElement card)
    {
        var open = new Queue<JsonElement>([card]);
        while (open.TryDequeue(out var next))
        {
            foreach (var action in CardText.Buttons(next).Where(one => CardText.Type(one) is "Action.Execute" && !IsDeed(one) && _pressed.Add(Key(one))))
            {
                var alone = JsonSerializer.SerializeToElement(new { inputs = CardText.Inputs(next), actions = new[] { action } });
                if (await Presses(alone, action.GetProperty("title").GetString()!) is { ValueKind: JsonValueKind.Object } shown)
                    open.Enqueue(shown);
            }
        }
    }

    /// <summary>Opens a dialog, or sends its form; returns the dialog's card, if it stays open.</summary>
    public async Task<JsonElement?> Dialog(string step, JsonObject data)
    {
        using var response = await person.Post(person.Activity("invoke", new JsonObject { ["name"] = step, ["value"] = new JsonObject { ["data"] = data } }));
        var task = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("task");
        if (task.GetProperty("type").GetString() is not "continue")
            return null;
        var card = task.GetProperty("value").GetProperty("card").GetProperty("content");
        Keep(card, $"in a dialog, {step}");
        return card;
    }

    /// <summary>Goes through an interview up to the playback.</summary>
    /// <param name="answer">The text for an open or a follow-up question, counted from 0; null presses the button for not answering.</param>
    public async Task<JsonElement> Interview(Func<int, string?> answer)
    {
        await person.Says("start");
        for (var asked = 0; ;)
        {
            var card = await Sees();
            var titles = CardText.Buttons(card).Select(button => button.GetProperty("title").GetString()!).ToArray();
            if (titles.Contains("Confirm"))
                return card;
            if (titles.Contains("Yes, take it"))
                await Presses(card, "Yes, take it");
            else if (titles.Contains("Answer"))
                await Chooses(card, asked++);
            else if (titles.Contains("Pause") && answer(asked) is { } text)
                await Tells(text);
            else if (titles.Where(title => title is not ("Pause" or "Ask a colleague")).ToArray() is var ways && ways.Length < titles.Length)
                await Presses(card, ways[asked % ways.Length]);
            else
                continue; // an answered question
            asked++;
        }
    }

    /// <summary>Everything that the chat shows now.</summary>
    public void KeepChat()
    {
        foreach (var card in bot.Connector.In(person.Chat).Select(shown => CardText.Card(shown.Activity)).OfType<JsonElement>())
            Keep(card, "in the end");
    }

    private async Task Chooses(JsonElement card, int number)
    {
        var choices = CardText.Inputs(card)[0].GetProperty("choices");
        var choice = choices[number % choices.GetArrayLength()];
        album.Said(person.Name, choice.GetProperty("title").GetString()!);
        await Presses(card, "Answer", ("chosen", choice.GetProperty("value").GetString()!));
    }

    private void Keep(JsonElement card, string where) => album.Keep(isAlone ? person.Name : CardAlbum.Everybody, $"{person.Name} in {person.Chat}, {where}", card);

    private static bool IsDeed(JsonElement action) => Deeds.Any(deed => action.GetProperty("verb").GetString()!.StartsWith(deed, StringComparison.Ordinal));

    private static string Key(JsonElement action) => $"{action.GetProperty("verb").GetString()} {action.GetProperty("data").GetRawText()}";
}
