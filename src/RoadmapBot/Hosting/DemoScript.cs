using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;

namespace RoadmapBot.Hosting;

/// <summary>The sample company: who there is, and what everybody says and does. Read from <c>prompts/demo</c>.</summary>
/// <param name="Owner">The name of the person who begins the engagement.</param>
internal sealed record DemoScript(
    string Organisation, string Sector, int Headcount, int ItStaff, int Sites, string Currency, string Owner, IReadOnlyList<string> Objectives,
    IReadOnlyList<DemoPart> People, DemoCommittee Committee)
{
    private const string File = "northlight.yaml";

    /// <exception cref="YamlFaultsException">The file is missing or cannot be used; the message says where and how to mend it.</exception>
    public static DemoScript Load(string prompts)
    {
        var faults = new List<YamlFault>();
        var script = YamlFiles.Load(Path.Combine(prompts, "demo"), File, faults) is { } root ? Read(root) : null;
        return faults.Count == 0 ? script! : throw new YamlFaultsException(faults);
    }

    private static DemoScript Read(YamlMap root)
    {
        var people = root.Maps("people").Select(DemoPart.Read).ToArray();
        var script = new DemoScript(
            root.Text("organisation"), root.Text("sector"), root.Number("headcount", 1, 1_000_000), root.Number("it-staff", 0, 100_000), root.Number("sites", 1, 1000),
            root.Text("currency"), root.OneOf("owner", people.Select(person => person.Name)) ?? "", root.Texts("objectives"), people,
            DemoCommittee.Read(root.NeededMap("committee"), people));
        root.Close();
        return script;
    }
}

/// <summary>What one person does: takes part as this, says this, and leaves where <paramref name="StopAt"/> is asked.</summary>
/// <param name="Name">As the local page's cast has it.</param>
internal sealed record DemoPart(
    string Name, Role Role, string? Department, int Fit, string? Remark, QuestionId? StopAt, DemoReply? Correct, IReadOnlyList<DemoReply> Answers, IReadOnlyList<DemoPain> PainPoints)
{
    public static DemoPart Read(YamlMap map)
    {
        var own = map.At($"person {map.Text("name")}");
        var part = new DemoPart(
            own.Text("name"), Enum.TryParse<Role>(own.OneOf("role", Enum.GetNames<Role>()), out var role) ? role : Role.EndUser, Optional(own, "department"),
            own.Has("fit") ? own.Number("fit", 1, 4) : 4, Optional(own, "remark"), own.Has("stop-at") ? new QuestionId(own.Text("stop-at")) : null,
            own.Map("correct") is { } correct ? DemoReply.Read(correct) : null, [.. own.Maps("answers").Select(DemoReply.Read)], [.. own.Maps("pain-points").Select(DemoPain.Read)]);
        own.Close();
        return part;
    }

    private static string? Optional(YamlMap map, string key) => map.Has(key) ? map.Text(key) : null;
}

/// <summary>What a person does at a question: says something, chooses, or presses a button instead.</summary>
/// <param name="Then">The answers to the follow-up questions, in turn; past the last one the person goes on.</param>
/// <param name="Verb">The button pressed instead of an answer; null where there is an answer.</param>
internal sealed record DemoReply(QuestionId Question, string? Say, string? Choose, string? Verb, IReadOnlyList<string> Then)
{
    private static readonly Dictionary<string, string> Buttons = new() { ["unknown"] = QuestionCard.UnknownVerb, ["not-mine"] = QuestionCard.NotMineVerb };

    public static DemoReply Skipping(QuestionId question) => new(question, null, null, QuestionCard.SkipVerb, []);

    public static DemoReply Read(YamlMap map)
    {
        var own = map.At($"answer {map.Text("question")}");
        var reply = new DemoReply(
            new QuestionId(own.Text("question")), own.Has("say") ? own.Text("say") : null, own.Has("choose") ? own.Text("choose") : null,
            own.Has("press") && own.OneOf("press", Buttons.Keys) is { } button ? Buttons[button] : null, own.Texts("then"));
        if (new[] { "say", "choose", "press" }.Count(own.Has) != 1)
            own.Fault("It says nothing, or several things.", "Give it one of say, choose and press.");
        own.Close();
        return reply;
    }
}

internal sealed record DemoPain(string Say, Frequency? Often, Reach? Reach)
{
    public static DemoPain Read(YamlMap map)
    {
        var pain = new DemoPain(map.Text("say"), One<Frequency>(map, "often"), One<Reach>(map, "reach"));
        map.Close();
        return pain;
    }

    private static T? One<T>(YamlMap map, string key) where T : struct, Enum =>
        map.Has(key) && Enum.TryParse<T>(map.OneOf(key, Enum.GetNames<T>()), out var value) ? value : null;
}

/// <summary>How the draft becomes a roadmap: an executive sends it back, the owner changes it, the executive approves it, and it is shared.</summary>
/// <param name="Chat">The name of the group chat it is shared in.</param>
/// <param name="Initiative">The one that is changed, as the catalogue names it.</param>
internal sealed record DemoCommittee(string Chat, string Executive, string Remark, string Initiative, string NewOwner, string Why)
{
    public static DemoCommittee Read(YamlMap? map, IReadOnlyList<DemoPart> people)
    {
        if (map?.At("committee") is not { } own || own.NeededMap("change")?.At("committee, change") is not { } change)
            return new DemoCommittee("", "", "", "", "", "");
        var committee = new DemoCommittee(
            own.Text("chat"), own.OneOf("executive", people.Where(person => person.Role is Role.Executive).Select(person => person.Name)) ?? "", own.Text("remark"),
            change.Text("initiative"), change.Text("owner"), change.Text("why"));
        change.Close();
        own.Close();
        return committee;
    }
}
