using System.Text.Json;
using System.Text.Json.Nodes;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Web;

/// <summary>A run of the bot in which as much as possible happens: every role, every command, every kind of chat, every button.</summary>
public sealed class CardsRichRun : IAsyncLifetime
{
    private static readonly string[] Looks = ["help", "hi", "status", "gaps", "roadmap", "summary", "progress", "changes", "kpi", "campaign", "coverage", "ask", "ask why do we renew the network?", "share", "assets", "whatif we cut the budget by 20 %", "whatif", "mydata", "switch", "cancel", "what is the weather", "🙂", "report"];

    private static readonly string[] Answers =
    [
        "Honestly nobody plans IT here, we only react when something breaks. There is no IT strategy.",
        "Our backups have never been tested, as far as I know, and they sit beside the server.",
        "Every new patient is typed twice, once into the booking system and once into Excel. It takes each of us an hour a day.",
        "The supplier quoted us 12,000 EUR for new switches last spring.",
        "We all share one password for the ward computer, it is on a note by the screen.",
        "The servers are nine years old and out of warranty since 2021.",
        "Nobody has ever trained us on dodgy emails, and a colleague paid a fake invoice in March.",
    ];

    private readonly CardAlbum _album = new();
    private readonly List<CardExplorer> _people = [];

    internal IReadOnlyList<ShownCard> Cards { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var clock = new FastClock();
        await using var model = await FakeModel.Start();
        await using var bot = await TestBot.Start(clock: clock, settings: model.Settings());
        var company = await Company.Found(bot);
        var (owner, ceo, head, user) = (Explorer(bot, company.Owner), Explorer(bot, company.Ceo.Person), Explorer(bot, company.Head.Person), Explorer(bot, company.User.Person));
        var msp = Explorer(bot, bot.Person("Milan"));
        var stranger = Explorer(bot, bot.Person("Sven"));
        _album.IsAnalyst(owner.Person.Name);

        await stranger.Person.Installs();
        await EveryLook(stranger);
        await Joins(stranger, owner);
        await Joins(msp, owner);
        foreach (var person in _people)
            await EveryLook(person);

        await IsInterviewed(user, owner);
        foreach (var person in (CardExplorer[])[ceo, head, msp, owner])
            await person.Presses(await person.Interview(number => number % 4 == 3 ? null : Answers[number % Answers.Length] + $" ({person.Person.Name} {number})"), "Confirm", ("fit", "4"));
        await Reports(user, owner);

        await owner.SeesAfter("gaps", "Gap analysis");
        await Decides(owner, ceo);
        await CarriesOut(owner, ceo);
        await Measures(owner);
        await Scores(bot, owner, ceo, head, msp);
        foreach (var person in _people)
            await EveryLook(person);
        await InGroups(bot, owner, ceo, head, user);
        clock.Advance(TimeSpan.FromDays(1));
        await owner.Presses(await owner.Sees("How do these get on?"), "Stop asking me");
        await BeginsAnother(owner);
        await stranger.Presses(await stranger.Presses(await stranger.SeesAfter("my data", "What I keep about you"), "Erase everything"), "Erase for good");

        foreach (var person in _people)
            person.KeepChat();
        Cards = _album.Cards();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task EveryLook(CardExplorer person)
    {
        foreach (var command in Looks)
        {
            await person.Person.Says(command);
            if (CardText.Card((await person.Person.Sees()).Activity) is { } card)
                await person.Explore(card);
        }

        person.KeepChat();
    }

    /// <summary>Takes part as an end user and is given another role.</summary>
    private static async Task Joins(CardExplorer person, CardExplorer owner)
    {
        await person.Presses(await person.SeesAfter("start", "Take part: Harbour Clinic"), "Take part");
        var joined = await person.Sees("you take part as End user");
        var request = await person.Presses(joined, "I have another role");
        await person.Presses(request, "Ask the owner", ("role", "Msp"), ("department", "Service"));
        var form = await owner.Sees($"{person.Person.Name} asks to take part");
        await owner.Presses(form, "Save");
        await person.Sees("you take part as Managed service provider");
    }

    /// <summary>With everything that can go differently in an interview.</summary>
    private static async Task IsInterviewed(CardExplorer person, CardExplorer owner)
    {
        var first = await person.SeesAfter("start", "Question 1 of 5");
        await person.Presses(first, "Ask a colleague");
        await person.Presses(await person.Presses(first, "Pause"), "Continue");
        await person.Sees("Question 1 of 5");
        await person.Presses(await person.SeesAfter("cancel", "Paused"), "Continue");
        await person.Presses(await person.Sees("Question 1 of 5"), "Answer", ("chosen", "weekly"));
        await person.Sees("Question 2 of 5");
        await person.Tells("report writing takes me two hours a week");
        await person.Presses(await person.Sees("answer to the open question"), "Yes, take it");
        var playback = await person.Interview(number => number == 1 ? "The wifi drops every afternoon at about three and we wait for it." : null);
        await person.Presses(playback, "Change it", ("question", "user-help"));
        await person.Tells("I waited two days until somebody called me back about the scanner.");
        var changed = await person.Interview(_ => null);
        await person.Presses(changed, "Confirm", ("fit", "2"), ("remark", "It was the old scanner."));
        await person.Presses(await person.SeesAfter("continue", "What you told me"), "Confirm", ("fit", "4"));
        await owner.SeesAfter("status", "People", "done");
    }

    private static async Task Reports(CardExplorer user, CardExplorer owner)
    {
        for (var number = 1; number <= 10; number++)
        {
            await user.Tells($"report: The label printer number {number} jams on every second form");
            await user.Presses(await user.Sees("Have I understood it", $"number {number} "), number == 1 ? "Take it back" : "That's right", ("often", "Daily"), ("reach", "Team"));
        }

        await owner.Presses(await owner.SeesAfter("status", "Where we are"), "Pain points");
        await owner.Explore(await owner.Sees("Pain points:", "label printer"));
    }

    private static async Task Decides(CardExplorer owner, CardExplorer ceo)
    {
        var summary = await ceo.SeesAfter("summary", "IT roadmap in short");
        await ceo.Presses(summary, "Send the remark", ("remark", "Why not before summer, and what does it save?"));
        await owner.SeesAfter("status", "Remarks");
        await ceo.Presses(summary, "Approve");

        var form = await Form(owner);
        await owner.Presses(form, "Save");
        await owner.Presses(form, "Save", ("start", "2031-01-01"), ("why", "Too early"));
        await owner.Presses(form, "Save", ("owner", "Ada Lovelace"), ("costLow", "1000"), ("costHigh", "2000"), ("why", "She has done it before"));
        await owner.Presses(await Form(owner), "Leave it out", ("why", "We cannot do this"));
        await ceo.Presses(summary, "Approve");
        await ceo.Presses(await ceo.SeesAfter("summary", "Version 3"), "Approve");

        await ceo.Presses(await ceo.SeesAfter("share henri", "Henri has version"), "Take it back");
        await ceo.Presses(await ceo.SeesAfter("share", "Share the summary"), "Send", ("to", owner.Person.Id));
        await owner.Sees("shares this with you");
    }

    /// <summary>What is begun, blocked, put off twice and decided upon.</summary>
    private static async Task CarriesOut(CardExplorer owner, CardExplorer ceo)
    {
        var progress = await owner.SeesAfter("progress", "Progress: Harbour Clinic");
        var track = await owner.Presses(progress, FirstLine(progress));
        await owner.Presses(await owner.Presses(track, "Update status"), "Save", ("state", "Blocked"), ("end", "2029-12-31"));
        foreach (var end in (string[])["2029-12-31", "2030-03-31"])
        {
            var told = await owner.Presses(await owner.Presses(track, "Update status"), "Save", ("state", "Blocked"), ("reached", "0"), ("end", end), ("remark", "The supplier has no date."));
            track = await owner.Presses(told, "Back to the status");
        }

        await owner.Explore(track);
        await ceo.Explore(await ceo.SeesAfter("progress", "late"));
    }

    /// <summary>A KPI with a baseline and one without, readings that are taken, refused and asked about.</summary>
    private static async Task Measures(CardExplorer owner)
    {
        foreach (var (kpi, baseline) in ((string, string)[])[("mttr", "20"), ("mfa-share", "")])
        {
            var form = await owner.Presses(await owner.Presses(await owner.SeesAfter("kpi", "KPIs: Harbour Clinic"), "Choose a KPI"), "Next", ("kpi", kpi));
            await owner.Presses(form, "Save", ("direction", "Down"), ("baseline", baseline), ("target", "much"));
            await owner.Presses(form, "Save", ("direction", baseline.Length > 0 ? "Down" : "Up"), ("baseline", baseline), ("target", "15"));
        }

        await owner.Presses(await owner.SeesAfter("kpi: mttr;2026-09-30;19\nmttr;2026-10-31;17\nwifi;2026-10-31;3\nmttr;2026-11-01;900", "Noted: 2"), "They are right");
        var list = await owner.SeesAfter("kpi", "KPIs: Harbour Clinic");
        await owner.Presses(await owner.Presses(await owner.Presses(list, "Mean time"), "Add a reading"), "Save", ("value", "20000"), ("on", "2026-11-02"));
        await owner.Explore(list);
    }

    /// <summary>A blind round in which somebody scores everything, half, nothing, and one that too few answer.</summary>
    private static async Task Scores(TestBot bot, CardExplorer owner, CardExplorer ceo, CardExplorer head, CardExplorer msp)
    {
        var form = await owner.SeesAfter("scoring", "Begin a blind scoring round");
        await owner.Presses(form, "Begin the round", ("people", ceo.Person.Id));
        var people = ("people", string.Join(',', new[] { owner, ceo, head, msp }.Select(person => person.Person.Id)));
        await owner.Explore(await owner.Presses(form, "Begin the round", people));
        await owner.Presses(form, "Begin the round", people);
        foreach (var (number, person) in new[] { ceo, head, msp }.Index())
        {
            var sheet = await person.Sees("Your scores");
            await person.Presses(sheet, "Save and go on", ("impact0", "5"));
            var filled = Enumerable.Range(0, 10).SelectMany(place => ((string, string)[])[($"impact{place}", $"{1 + ((place + (2 * number)) % 5)}"), ($"urgency{place}", $"{4 - number}"), ($"effort{place}", "2")])
                .Concat([("reason0", $"The board asks me for it each quarter, says {number}."), ("sign", number == 0 ? "yes" : "")]).ToArray();
            var last = await person.Presses(sheet, "Save and go on", filled);
            await person.Presses(last, "Previous page", filled);
            await person.Explore(await person.Presses(last, "Send my scores", filled));
        }

        var state = await owner.SeesAfter("scoring", "Blind scoring", "3 of 4");
        await owner.Explore(await owner.Presses(await owner.Presses(state, "Score now"), "I abstain"));
        await head.Explore(await head.Sees("Results of the blind scoring", "3 of 4 people scored"));
        await bot.Drafted(); // the group's order was taken over and given back; a round is about the latest version
        await owner.Presses(await owner.Presses(await owner.Presses(await owner.SeesAfter("scoring", "Results"), "New round"), "Begin the round", people), "Close it now");
    }

    /// <summary>The form for the first initiative of the roadmap.</summary>
    private static async Task<JsonElement> Form(CardExplorer owner)
    {
        var roadmap = await owner.SeesAfter("roadmap", "IT roadmap: Harbour Clinic");
        return await owner.Presses(await owner.Presses(roadmap, FirstLine(roadmap)), "Edit");
    }

    private static string FirstLine(JsonElement card) =>
        CardText.Walk(card).First(part => part.TryGetProperty("selectAction", out _)).GetProperty("selectAction").GetProperty("title").GetString()!;

    private static async Task InGroups(TestBot bot, CardExplorer owner, params CardExplorer[] others)
    {
        bot.Connector.Members = """{"members":[{"id":"29:x","name":"Xaver","aadObjectId":"tenant-1-Xaver"},{"id":"28:bot","name":"RoadmapBot"}]}""";
        var gaps = await owner.SeesAfter("gaps", "Gap analysis");
        foreach (var person in others.Prepend(owner))
        {
            foreach (var chat in (CardExplorer[])[person.In("19:board@thread.v2"), person.In("19:it@thread.tacv2;messageid=1", "channel")])
            {
                await chat.Person.Installs();
                await EveryLook(chat);
                await chat.Explore(gaps); // as if it stood there
                foreach (var command in (string[])["start", "continue", "report: The scanner in the hall is broken again"])
                {
                    await chat.Person.Says(command);
                    await chat.Person.Sees();
                }

                chat.KeepChat();
            }
        }

        await owner.Sees("who have no seat yet: 1");
    }

    private static async Task BeginsAnother(CardExplorer owner)
    {
        var form = await owner.Dialog("task/fetch", new JsonObject { ["verb"] = "engagement/new" });
        Assert.NotNull(form);
        await owner.Dialog("task/submit", new JsonObject { ["verb"] = "engagement/create", ["form"] = "2", ["name"] = "", ["headcount"] = "many" });
        await owner.Dialog("task/submit", new JsonObject { ["verb"] = "engagement/create", ["form"] = "2", ["name"] = "Mill Lane School" });
        var choose = await owner.SeesAfter("switch", "Which organisation");
        await owner.Presses(choose, "Use this one", ("chosen", CardText.Inputs(choose)[0].GetProperty("choices")[0].GetProperty("value").GetString()!));
        await owner.Sees("This chat is now about");
        var other = owner.In("19:both@thread.v2");
        await other.Person.Says("status");
        await other.Person.Sees("Mention me with “switch”");
    }

    private CardExplorer Explorer(TestBot bot, Participant person)
    {
        var explorer = new CardExplorer(bot, _album, person);
        _people.Add(explorer);
        return explorer;
    }
}
