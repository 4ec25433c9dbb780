using System.Text.Json;

namespace RoadmapBot.Rig.Wire;

/// <summary>Three tenants; in the first an engagement with everything in it, and another beside it.</summary>
internal sealed class RightsWorld
{
    /// <summary>Said with a name by Uma; for her and for owners.</summary>
    public const string Named = "quokka-7431";

    /// <summary>Said without a name; for owners and IT, once it is shown.</summary>
    public const string Nameless = "wombat-9152";

    /// <summary>Of another engagement and of other tenants; for nobody of ours.</summary>
    public const string Foreign = "axolotl-3388";

    private RightsWorld(IRunningBot bot) => Bot = bot;

    public IRunningBot Bot { get; }

    public required IReadOnlyList<(string Kind, Participant Person)> Readers { get; init; }

    public required IReadOnlyDictionary<string, string> Ids { get; init; }

    public required string AnonymousPoint { get; init; }

    public required string ForeignPoint { get; init; }

    public required string ForeignEngagement { get; init; }

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
    public string State() => string.Join('\n', ((string[])["engagements", "members", "interviews", "pain_points", "anonymous_boxes", "anonymous_envelopes", "roadmaps", "progress", "kpi_books", "scoring_rounds"])
        .SelectMany(table => Bot.Query($"SELECT State FROM {table} ORDER BY State")));

    /// <param name="bot">That nobody has talked to.</param>
    /// <param name="night">Lets a night pass.</param>
    public static async Task<RightsWorld> Make(IRunningBot bot, Func<Task> night)
    {
        var others = new List<Company>();
        foreach (var tenant in (string[])["tenant-2", "tenant-3"])
            others.Add(await Company.Found(bot, $"Clinic {Foreign}", tenant));
        var company = await Company.Found(bot);
        var (ivan, mara, otto, nobody) = (Person("Ivan"), Person("Mara"), Person("Otto"), Person("Nora"));
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

        await night();
        await night();
        await company.Owner.Says("roadmap");
        await company.Owner.Sees("IT roadmap: Harbour Clinic");
        await company.Owner.Says("scoring");
        await company.Owner.Sees("Begin a blind scoring round");
        await company.Owner.Presses("Begin the round", ("people", string.Join(',', company.Owner.Id, company.Ceo.Person.Id, company.Head.Person.Id)));
        while (bot.Query("SELECT Id FROM work WHERE Kind = 'message'").Count > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);

        var engagement = bot.Query("SELECT Id FROM engagements WHERE State LIKE '%Harbour Clinic%'").Single();
        using var roadmap = JsonDocument.Parse(bot.Query($"SELECT State FROM roadmaps WHERE Engagement = '{engagement}'").Single());
        using var box = JsonDocument.Parse(bot.Query($"SELECT State FROM anonymous_boxes WHERE Engagement = '{engagement}'").Single());
        return new RightsWorld(bot)
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
                ["state"] = "UnderWay",
                ["end"] = "2027-06-30",
                ["kpi"] = "mttr",
                ["value"] = "12",
                ["on"] = "2026-11-01",
                ["lines"] = "mttr;2026-11-01;12",
                ["direction"] = "Down",
                ["target"] = "8",
                ["rhythm"] = "Monthly",
                ["assets"] = "name,version",
            },
            AnonymousPoint = box.RootElement.GetProperty("Points")[0].GetProperty("Id").GetString()!,
            ForeignPoint = bot.Query($"SELECT Id FROM pain_points WHERE Engagement <> '{engagement}' ORDER BY Id")[0],
            ForeignEngagement = bot.Query($"SELECT Id FROM engagements WHERE Id <> '{engagement}' ORDER BY Id")[0],
        };

        Participant Person(string name) => new(bot, name, "tenant-1");

        string First(string part, string list) => roadmap.RootElement.GetProperty(part).GetProperty(list)[0].GetProperty("Id").GetString()!;
    }

    private static async Task Begins(Participant founder)
    {
        await founder.Says("start");
        await founder.Sees("begin");
        await founder.PressesOn(await founder.Presses("New engagement"), "Create", ("name", $"Second {Foreign}"));
    }
}
