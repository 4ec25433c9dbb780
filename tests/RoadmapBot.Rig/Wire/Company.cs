namespace RoadmapBot.Rig.Wire;

/// <summary>A clinic whose people talk to the bot: an owner from IT, an executive, a department head, an end user.</summary>
internal sealed class Company
{
    private Company(IRunningBot bot, Participant owner, string tenant)
    {
        Owner = owner;
        Ceo = new(new Participant(bot, "Grace", tenant));
        Head = new(new Participant(bot, "Henri", tenant));
        User = new(new Participant(bot, "Uma", tenant));
    }

    public Participant Owner { get; }

    public Interviewee Ceo { get; }

    public Interviewee Head { get; }

    public Interviewee User { get; }

    /// <summary>Everybody has a seat; nobody has been interviewed.</summary>
    public static async Task<Company> Found(IRunningBot bot, string name = "Harbour Clinic", string tenant = "tenant-1")
    {
        var owner = new Participant(bot, "Ada", tenant);
        await owner.Says("start");
        await owner.Sees("begin");
        var form = await owner.Presses("New engagement");
        await owner.PressesOn(
            form, "Create", ("name", name), ("headcount", "120"), ("itStaff", "2"), ("sites", "1"), ("start", "2027-01-01"),
            ("objectives", "Open a second clinic in Leeds by autumn 2027\nKeep patients' data safe"));

        var company = new Company(bot, owner, tenant);
        await company.Seat(company.Ceo.Person, "Executive", null);
        await company.Seat(company.Head.Person, "DepartmentHead", "Reception");
        await company.Seat(company.User.Person, "EndUser", "Reception");
        return company;
    }

    /// <summary>The owner gives somebody a seat.</summary>
    public async Task Seat(Participant person, string role, string? department)
    {
        await person.Says("hi");
        await person.Sees("RoadmapBot");
        await Owner.Says("status");
        await Owner.Sees("Where we are");
        await Owner.Presses("People and roles");
        await Owner.Sees("who takes part");
        var form = await Owner.Presses("Add or change");
        await Owner.PressesOn(form, "Save", ("person", person.Id), ("role", role), ("department", department ?? ""));
        await person.Sees("you take part as");
    }
}

/// <summary>Somebody who is interviewed to the end.</summary>
internal sealed class Interviewee(Participant person)
{
    public Participant Person => person;

    /// <summary>Answers the first open questions with these words, skips everything else, and confirms the playback.</summary>
    public async Task Interview(params string[] answers)
    {
        var left = new Queue<string>(answers);
        await person.Says("start");
        while (true)
        {
            var shown = await person.Sees();
            var card = CardText.Card(shown.Activity);
            if (card is not { } question || CardText.Buttons(question) is not [_, ..] buttons)
                continue;
            var titles = buttons.Select(button => button.GetProperty("title").GetString()).ToArray();
            if (titles.Contains("Confirm"))
            {
                await person.Presses("Confirm", ("fit", "4"));
                return;
            }

            if (titles.Contains("Go on"))
                await person.Presses("Go on");
            else if (titles.Contains("Skip") && !titles.Contains("Answer") && left.TryDequeue(out var answer))
                await person.Says(answer);
            else if (titles.Contains("Skip"))
                await person.Presses("Skip");
        }
    }
}
