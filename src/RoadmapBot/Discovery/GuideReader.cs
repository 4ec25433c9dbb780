using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>
/// Reads one guide file; <c>prompts/guides/README.md</c> describes the format for authors. Everything is required but where it says optional.
/// <code>
/// id: executive                 # the file's name
/// role: Executive               # a name of <see cref="Role"/>
/// version: 1
/// promise: 10                   # minutes; no less than all seconds below and 20 for each probe
/// probes: 4                     # most follow-up questions in one interview, 0-10
/// questions:
///   - id: exec-priorities       # lower-case words joined by hyphens, unique over all guides
///     covers: [BG1, BG6]        # items of <see cref="Checklist"/>; [] for none
///     topic: Business priorities
///     text: "…?"                # exactly one question mark
///     why: "…"
///     seconds: 60               # 5-180
///     kind: open                # or choice
///     choices: [{ value: a, text: "…" }]              # choice only: 2-6
///     slots: [date, amount]                           # open only, optional
///     probes: { date: "…?" }                          # open only, optional: for slots of this question
///     onlyIf: { question: exec-…, chosen: [a] }       # optional: an earlier choice question of this guide
/// </code>
/// </summary>
internal static class GuideReader
{
    private const string Open = "open";
    private const string Closed = "choice";

    private static readonly IReadOnlyDictionary<string, Slot> SlotNames =
        Enum.GetValues<Slot>().ToDictionary(slot => slot.ToString().ToLowerInvariant());

    /// <summary>The guide as far as it can be read, or null where not even its role can be; use it only where no fault was added.</summary>
    public static Guide? Read(string file, YamlMap map)
    {
        var id = map.Text("id");
        var role = map.OneOf("role", Enum.GetNames<Role>());
        var version = map.Number("version", 1, 9999);
        var promise = TimeSpan.FromMinutes(map.Number("promise", 1, 60));
        var probes = map.Number("probes", 0, 10);
        var questions = new List<Question>();
        foreach (var entry in map.Maps("questions"))
            questions.Add(ReadQuestion(entry, questions));

        if (questions.Count == 0)
            map.Fault("\"questions\" holds none.", "Write at least one question.");
        map.Close();

        if (id.Length > 0 && id != Path.GetFileNameWithoutExtension(file))
            map.Fault("id", $"The guide's id is \"{id}\".", $"Make id and file name the same, for instance {id}.yaml.");
        if (role is null)
            return null;

        var guide = new Guide(id, Enum.Parse<Role>(role), version, promise, probes, questions);
        if (guide.Length > promise)
        {
            map.Fault("promise", $"The longest interview takes {guide.Length.TotalSeconds} seconds, the promise is {promise.TotalSeconds}.",
                "Take out questions, seconds or probes, or promise more minutes.");
        }

        return guide;
    }

    private static Question ReadQuestion(YamlMap entry, IReadOnlyCollection<Question> earlier)
    {
        var id = entry.Text("id");
        var map = entry.At($"question {id}");
        if (id.Length > 0 && !IsKebab(id))
            map.Fault("id", $"The id \"{id}\" is not made of lower-case words joined by hyphens.", "Write it like exec-priorities.");

        var covers = map.SomeOf("covers", Checklist.Items);
        if (!map.Has("covers"))
            map.Fault("\"covers\" is missing.", "Add the checklist items, or [] where there are none.");

        var topic = map.Text("topic");
        if (topic.Length > 0 && topic.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is < 2 or > 5)
            map.Fault("topic", $"The topic \"{topic}\" is too short or too long.", "Write two to five words.");

        var text = map.Text("text");
        if (text.Length > 0 && text.Count(sign => sign == '?') != 1)
            map.Fault("text", $"\"text\" has {text.Count(sign => sign == '?')} question marks.", "Ask exactly one question.");

        var why = map.Text("why");
        var time = TimeSpan.FromSeconds(map.Number("seconds", 5, 180));
        var isClosed = map.OneOf("kind", [Open, Closed]) == Closed;
        var choices = ReadChoices(map, isClosed);
        var slots = ReadSlots(map, isClosed);
        var probes = ReadProbes(map, slots);
        var onlyIf = ReadCondition(map, earlier);
        map.Close();
        return new Question(new QuestionId(id), covers, topic, text, why, time, choices, slots, probes, onlyIf);
    }

    private static List<Choice> ReadChoices(YamlMap map, bool isClosed)
    {
        var choices = new List<Choice>();
        foreach (var entry in map.Maps("choices"))
        {
            choices.Add(new Choice(entry.Text("text"), entry.Text("value")));
            entry.Close();
        }

        if (!isClosed && choices.Count > 0)
            map.Fault("choices", "An open question has choices.", "Remove them, or write \"kind: choice\".");
        if (isClosed && choices.Count is < 2 or > 6)
            map.Fault($"The question has {choices.Count} choices.", "Give it two to six.");
        if (choices.Select(choice => choice.Value).Distinct().Count() < choices.Count)
            map.Fault("choices", "Two choices have the same value.", "Give each choice its own.");
        return choices;
    }

    private static IReadOnlyList<Slot> ReadSlots(YamlMap map, bool isClosed)
    {
        var slots = map.SomeOf("slots", [.. SlotNames.Keys]);
        if (isClosed && (slots.Count > 0 || map.Has("probes")))
            map.Fault("A choice question has slots or probes.", "Remove them, and ask for more by a question with \"onlyIf\".");
        return [.. slots.Select(name => SlotNames[name])];
    }

    private static Dictionary<Slot, string> ReadProbes(YamlMap map, IReadOnlyList<Slot> slots)
    {
        var probes = new Dictionary<Slot, string>();
        if (map.Map("probes") is not { } texts)
            return probes;

        foreach (var key in texts.Keys)
        {
            if (SlotNames.TryGetValue(key, out var slot) && slots.Contains(slot))
            {
                probes[slot] = texts.Text(key);
            }
            else
            {
                texts.Fault(key, $"There is a probe for \"{key}\", which is no slot of this question.",
                    $"Remove the probe, or add \"{key}\" to slots if it is one.");
            }
        }

        return probes;
    }

    private static Condition? ReadCondition(YamlMap map, IReadOnlyCollection<Question> earlier)
    {
        if (map.Map("onlyIf") is not { } condition)
            return null;

        var id = condition.Text("question");
        var asked = earlier.FirstOrDefault(question => question.Id.Value == id);
        if (id.Length > 0 && asked is not { IsClosed: true })
        {
            condition.Fault("question", $"onlyIf names \"{id}\", which is no earlier choice question of this guide.",
                "Name one, or move this question down.");
        }

        var chosen = asked is { IsClosed: true }
            ? condition.SomeOf("chosen", [.. asked.Choices.Select(choice => choice.Value)])
            : condition.Texts("chosen");
        if (chosen.Count == 0)
            condition.Fault("onlyIf names no choice.", "Add \"chosen: [value]\".");
        condition.Close();
        return new Condition(new QuestionId(id), chosen);
    }

    private static bool IsKebab(string id) =>
        id.Split('-').All(word => word.Length > 0 && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));
}
