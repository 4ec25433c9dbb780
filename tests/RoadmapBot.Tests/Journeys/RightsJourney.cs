using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>Who may do and see what, tried out: every button that there is, pressed by every kind of reader, with honest and with forged ids.</summary>
public sealed partial class RightsJourney
{
    /// <summary>Said with a name by Uma; for her and for owners.</summary>
    private const string Named = "quokka-7431";

    /// <summary>Said without a name; for owners and IT, once it is shown.</summary>
    private const string Nameless = "wombat-9152";

    /// <summary>Of another engagement and of other tenants; for nobody of ours.</summary>
    private const string Foreign = "axolotl-3388";

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
            "engagement/choose", "roadmap/department"
        ]),
        (Tenant,
        [
            "engagement/join", "engagement/ask-role", "engagement/request-role"
        ]),
        (Owners,
        [
            "member/list", "member/edit", "member/set", "pain-list", "roadmap/draft", "roadmap/edit", "roadmap/save", "roadmap/leave-out", "roadmap/planning",
            "roadmap/planning-save", "assets/save", "assets/remove", "scoring/form", "scoring/start", "scoring/close", "order/take", "order/leave"
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
            "scoring/state", "scoring/result", "scoring/spreads", "scoring/reasons"
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
        var world = await World.Make();
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
        var world = await World.Make();
        await using var bot = world.Bot;
        var before = world.State();
        foreach (var verb in (string[])["pain/confirm", "pain/withdraw", "pain/anonymous", "relay/answer", "relay/decline", "relay/end", "relay/withdraw", "roadmap/approve", "roadmap/save", "scoring/close", "scoring/start", "order/take", "member/set", "assets/save"])
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
    private static IEnumerable<(string Key, string Value)> Forged(string verb, string kind, World world)
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
        Assert.False(answer.Contains(Foreign, StringComparison.Ordinal) && kind is not ("other" or "tenant-2" or "tenant-3"), $"{verb} tells {kind} of another engagement");
        Assert.False(answer.Contains(Named, StringComparison.Ordinal) && kind is not ("owner" or "user"), $"{verb} tells {kind} Uma's words");
        Assert.False(answer.Contains(Nameless, StringComparison.Ordinal) && kind is not ("owner" or "it"), $"{verb} tells {kind} anonymous words");
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

    [GeneratedRegex("^(member/list|member/edit|pain-list|anonymous/(list|point)|scoring/(state|score|result|spreads|reasons|form)|roadmap/(?!draft|save|leave-out|approve|remark|share|take-back|planning-save).*)$")]
    private static partial Regex Looks();

    /// <summary>Three tenants; in the first an engagement with everything in it, and another beside it.</summary>
    private sealed class World
    {
        private World(TestBot bot) => Bot = bot;

        public TestBot Bot { get; }

        public required IReadOnlyList<(string Kind, Participant Person)> Readers { get; init; }

        public required IReadOnlyDictionary<string, string> Ids { get; init; }

        public required string AnonymousPoint { get; init; }

        public required string ForeignPoint { get; init; }

        public Participant Of(string kind) => Readers.First(reader => reader.Kind == kind).Person;

        /// <summary>The honest ids for a verb, and one of them forged.</summary>
        public IReadOnlyDictionary<string, string> For(string verb, params ReadOnlySpan<(string Key, string Value)> forged)
        {
            var ids = new Dictionary<string, string>(Ids);
            if (verb.StartsWith("anonymous/", StringComparison.Ordinal))
                ids["id"] = AnonymousPoint;
            foreach (var (key, value) in forged)
                ids[key] = value;
            return ids;
        }

        /// <summary>All that is kept of what people said, decided and may do.</summary>
        public string State() => string.Join('\n', ((string[])["engagements", "members", "interviews", "pain_points", "anonymous_boxes", "anonymous_envelopes", "roadmaps", "scoring_rounds"])
            .SelectMany(table => Bot.Query($"SELECT State FROM {table} ORDER BY State")));

        public static async Task<World> Make()
        {
            var clock = new FastClock();
            var bot = await TestBot.Start(clock: clock);
            var others = new List<Company>();
            foreach (var tenant in (string[])["tenant-2", "tenant-3"])
                others.Add(await Company.Found(bot, $"Clinic {Foreign}", tenant));
            var company = await Company.Found(bot);
            var (ivan, mara, otto, nobody) = (bot.Person("Ivan"), bot.Person("Mara"), bot.Person("Otto"), bot.Person("Nora"));
            await company.Seat(ivan, "It", null);
            await company.Seat(mara, "Msp", null);
            await Begins(otto);
            foreach (var (person, text) in ((Participant, string)[])[(otto, $"Backups were never tested {Foreign}."), (others[0].Head.Person, $"Wifi {Foreign}."), (company.User.Person, $"Our backups have never been tested, {Named}.")])
            {
                await person.Says($"report {text}");
                await person.Sees("Have I understood it");
            }

            var ticket = "";
            foreach (var person in (Participant[])[company.User.Person, ivan, mara, company.Ceo.Person, company.Head.Person])
            {
                await person.Says($"report anonymously: the wifi drops every day, {Nameless} says {person.Name}");
                var card = CardText.Card((await person.Sees("Kept without your name")).Activity)!.Value;
                if (person == company.User.Person)
                    ticket = CardText.Buttons(card)[0].GetProperty("data").GetProperty("ticket").GetString()!;
            }

            await bot.Night(clock);
            await bot.Night(clock);
            await company.Owner.Says("roadmap");
            await company.Owner.Sees("IT roadmap: Harbour Clinic");
            await company.Owner.Says("scoring");
            await company.Owner.Sees("Begin a blind scoring round");
            await company.Owner.Presses("Begin the round", ("people", string.Join(',', company.Owner.Id, company.Ceo.Person.Id, company.Head.Person.Id)));
            await bot.Sent();

            using var roadmap = JsonDocument.Parse(bot.Query("SELECT State FROM roadmaps").Single());
            var engagement = roadmap.RootElement.GetProperty("Engagement").GetString()!;
            using var box = JsonDocument.Parse(bot.Query("SELECT State FROM anonymous_boxes").Single());
            return new World(bot)
            {
                Readers =
                [
                    ("owner", company.Owner), ("it", ivan), ("executive", company.Ceo.Person), ("head", company.Head.Person), ("msp", mara), ("user", company.User.Person), ("other", otto), ("nobody", nobody),
                    ("tenant-2", others[0].Owner), ("tenant-3", others[1].Ceo.Person),
                ],
                Ids = new Dictionary<string, string>
                {
                    ["engagement"] = engagement,
                    ["version"] = "1",
                    ["round"] = "1",
                    ["page"] = "0",
                    ["id"] = bot.Query($"SELECT Id FROM pain_points WHERE Engagement = '{engagement}'").Single(),
                    ["gap"] = First("Analysis", "Gaps"),
                    ["initiative"] = First("Draft", "Initiatives"),
                    ["ticket"] = ticket,
                    ["answer"] = "an answer",
                    ["question"] = "a question",
                    ["remark"] = "a remark",
                    ["person"] = nobody.Id,
                    ["role"] = "It",
                    ["assets"] = "name,version",
                },
                AnonymousPoint = box.RootElement.GetProperty("Points")[0].GetProperty("Id").GetString()!,
                ForeignPoint = bot.Query($"SELECT Id FROM pain_points WHERE Engagement <> '{engagement}' ORDER BY Id")[0],
            };

            string First(string part, string list) => roadmap.RootElement.GetProperty(part).GetProperty(list)[0].GetProperty("Id").GetString()!;
        }

        private static async Task Begins(Participant founder)
        {
            await founder.Says("start");
            await founder.Sees("begin");
            await founder.PressesOn(await founder.Presses("New engagement"), "Create", ("name", $"Second {Foreign}"));
        }
    }
}
