using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>Who may do and see what, tried out: every button that there is, pressed by every kind of reader, with honest and with forged ids.</summary>
public sealed partial class RightsJourney
{
    private static readonly string[] Insiders = ["owner", "it", "executive", "head", "msp", "user"];
    private static readonly string[] Owners = ["owner"];
    private static readonly string[] Planners = ["owner", "it", "executive", "head", "msp"];
    private static readonly string[] Anybody = [.. Insiders, "other", "nobody", "tenant-2", "tenant-3"];

    /// <summary>The tenant's people may ask for a seat in what their organisation has begun.</summary>
    private static readonly string[] Tenant = [.. Insiders, "other", "nobody"];

    /// <summary>Every verb that the product knows, and whom it serves. A new verb without a row fails.</summary>
    private static readonly (string[] Serves, string[] Verbs)[] Table =
    [
        (Anybody,
        [
            SubmitAction.SayVerb, "engagement/new", "engagement/create"
        ]),
        (Insiders,
        [
            "engagement/choose", "roadmap/department", "progress/quiet", "progress/ask-me"
        ]),
        (Tenant,
        [
            "engagement/join", "engagement/ask-role", "engagement/request-role"
        ]),
        (Owners,
        [
            "member/list", "member/edit", "member/set", "pain-list", "roadmap/draft", "roadmap/edit", "roadmap/save", "roadmap/leave-out", "roadmap/planning",
            "roadmap/planning-save", "progress/update", "progress/save", "progress/delay", "progress/hand-over", "progress/cut", "progress/zone", "progress/zone-save", "kpi/choose", "kpi/edit", "kpi/save", "kpi/drop", "assets/save", "assets/remove", "scoring/form", "scoring/start", "scoring/close", "order/take", "order/leave"
        ]),
        ([], // nobody here has an interview, or has shared anything
        [
            "interview/change", "interview/choose", "interview/skip", "interview/unknown", "interview/not-mine", "interview/pause", "interview/confirm",
            "interview/use", "interview/leave", "roadmap/take-back"
        ]),
        (["user"],
        [
            "pain/confirm", "pain/withdraw", "pain/anonymous", "relay/answer", "relay/decline", "relay/end", "relay/withdraw"
        ]),
        (["owner", "it"],
        [
            "anonymous/list", "anonymous/point", "anonymous/ask"
        ]),
        (Planners,
        [
            "roadmap/gaps", "roadmap/gap", "roadmap/phases", "roadmap/timeline", "roadmap/budget", "roadmap/initiative", "roadmap/summary", "roadmap/profile",
            "roadmap/contradictions", "roadmap/contradiction", "roadmap/checks", "roadmap/check", "roadmap/support", "roadmap/lessons", "roadmap/unknowns",
            "progress/all", "progress/one", "changes/show", "kpi/list", "kpi/one", "scoring/state", "scoring/result", "scoring/spreads", "scoring/reasons"
        ]),
        (["owner", "it", "msp"],
        [
            "kpi/paste", "kpi/take", "kpi/take-sure", "kpi/reading", "kpi/note", "kpi/note-sure"
        ]),
        (["executive"],
        [
            "roadmap/approve", "roadmap/remark"
        ]),
        (["owner", "executive"],
        [
            "roadmap/share"
        ]),
        (["owner", "executive", "head"],
        [
            "scoring/score", "scoring/save", "scoring/send", "scoring/abstain"
        ]),
    ];

    private static readonly Dictionary<string, string[]> Rows = Table.SelectMany(row => row.Verbs.Select(verb => (verb, row.Serves))).ToDictionary(pair => pair.verb, pair => pair.Serves);

    /// <summary>What only shows something: pressed by those it serves, too.</summary>
    private static readonly Regex Shows = Looks();

    [Fact]
    public void Every_verb_that_the_product_knows_has_its_row()
    {
        var verbs = typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public))
            .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string) && field.Name.EndsWith("Verb", StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!).Distinct();
        Assert.Equal(verbs.Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whom_a_button_does_not_serve_it_tells_nothing_and_changes_nothing_and_a_foreign_id_is_as_good_as_none()
    {
        var world = await RightsWorld.Make();
        await using var bot = world.Bot;
        var tries = 0;
        var before = world.State();
        foreach (var (verb, serves) in Rows)
        {
            foreach (var (kind, person) in world.Readers)
            {
                var isServed = serves.Contains(kind);
                if (isServed && !Shows.IsMatch(verb))
                    continue;
                var answer = await Press(person, verb, world.For(verb));
                tries++;
                Told(kind, verb, answer);
                if (isServed)
                    continue;
                Assert.True(IsRefusal(answer), $"{verb} by {kind} became {answer}");
                foreach (var (key, forged) in Forged(verb, kind, world))
                {
                    var (foreign, missing) = (await Press(person, verb, world.For(verb, (key, forged))), await Press(person, verb, world.For(verb, (key, "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"))));
                    tries += 2;
                    Told(kind, verb, foreign);
                    Assert.True(foreign.Length == missing.Length && IsRefusal(foreign), $"{verb} by {kind} with another {key}: {foreign} but where there is none: {missing}");
                }
            }
        }

        Assert.Equal(before, world.State());
        Assert.True(tries >= 500, $"{tries} tries");
        Assert.Empty(bot.Log.Errors);
        TestContext.Current.TestOutputHelper?.WriteLine($"{tries} tries");
    }

    [Fact]
    public async Task A_captured_press_works_for_nobody_else_and_no_more_once_its_time_is_over()
    {
        var world = await RightsWorld.Make();
        await using var bot = world.Bot;
        var before = world.State();
        foreach (var verb in (string[])["pain/confirm", "pain/withdraw", "pain/anonymous", "relay/answer", "relay/decline", "relay/end", "relay/withdraw", "roadmap/approve", "roadmap/save", "progress/save", "progress/zone-save", "kpi/save", "kpi/note", "kpi/take", "scoring/close", "scoring/start", "order/take", "member/set", "assets/save"])
        {
            foreach (var (kind, person) in world.Readers.Where(reader => !Rows[verb].Contains(reader.Kind)))
            {
                Assert.True(IsRefusal(await Press(person, verb, world.For(verb))), $"{verb} by {kind}");
                Assert.True(IsRefusal(await Press(person.In("19:all@thread.v2"), verb, world.Ids)), $"{verb} by {kind} in a group");
            }
        }

        Assert.Equal(before, world.State());

        var (owner, head) = (world.Of("owner"), world.Of("head"));
        await Press(owner, "scoring/close", world.Ids);
        await Press(world.Of("user"), "relay/withdraw", world.Ids);
        var closed = world.State();
        foreach (var (person, verb) in ((Participant, string)[])[(head, "scoring/save"), (head, "scoring/send"), (head, "scoring/abstain"), (owner, "scoring/close"), (world.Of("user"), "relay/answer"), (world.Of("user"), "relay/withdraw")])
            await Press(person, verb, world.For(verb));
        Assert.Equal(closed, world.State());
    }

    /// <summary>Ids that are not the presser's: the engagement for outsiders, an object of another engagement for those inside.</summary>
    private static IEnumerable<(string Key, string Value)> Forged(string verb, string kind, RightsWorld world)
    {
        if (!Insiders.Contains(kind))
            yield return ("engagement", world.Ids["engagement"]);
        else
            yield return ("id", world.ForeignPoint);
        if (verb.StartsWith("relay/", StringComparison.Ordinal))
            yield return ("ticket", world.Ids["ticket"]);
    }

    private static void Told(string kind, string verb, string answer)
    {
        Assert.False(answer.Contains(RightsWorld.Foreign, StringComparison.Ordinal) && kind is not ("other" or "tenant-2" or "tenant-3"), $"{verb} tells {kind} of another engagement");
        Assert.False(answer.Contains(RightsWorld.Named, StringComparison.Ordinal) && kind is not ("owner" or "user"), $"{verb} tells {kind} Uma's words");
        Assert.False(answer.Contains(RightsWorld.Nameless, StringComparison.Ordinal) && kind is not ("owner" or "it"), $"{verb} tells {kind} anonymous words");
    }

    /// <summary>A sentence, no card.</summary>
    private static bool IsRefusal(string answer) => answer.Contains("application/vnd.microsoft.activity.message", StringComparison.Ordinal) && !answer.Contains("AdaptiveCard", StringComparison.Ordinal);

    private static async Task<string> Press(Participant person, string verb, IReadOnlyDictionary<string, string> data)
    {
        using var response = await person.Post(person.Activity("invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = JsonSerializer.SerializeToNode(data) } },
        }));
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    [GeneratedRegex("^(member/list|member/edit|pain-list|anonymous/(list|point)|changes/show|kpi/(list|one|choose|paste|edit|reading)|progress/(all|one|update|delay|hand-over|cut|zone)|scoring/(state|score|result|spreads|reasons|form)|roadmap/(?!draft|save|leave-out|approve|remark|share|take-back|planning-save).*)$")]
    private static partial Regex Looks();
}
