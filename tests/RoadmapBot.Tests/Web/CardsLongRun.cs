using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RoadmapBot.Tests.Analysis;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Web;

/// <summary>A run in which everything is as long as it gets: forty members with long names, of whom some answer with three thousand characters each time, gaps of every kind.</summary>
public sealed class CardsLongRun : IAsyncLifetime
{
    internal const int Members = 40;
    private const int AnswerLength = 3000;
    private const int Talkative = 12;
    private const int Interviewed = 25;
    private const int TypedAtOnce = 8000;

    private static readonly string[] Sentences =
        [.. File.ReadLines(Known.SourceFile("Analysis", "catalogue-rows.txt")).Where(line => line.Length > 0 && line[0] is not '#').Select(line => line.Split('|', StringSplitOptions.TrimEntries)[2])];

    private readonly CardAlbum _album = new();

    internal IReadOnlyList<ShownCard> Cards { get; private set; } = [];

    /// <summary>How many the gap analysis counts.</summary>
    internal int Gaps { get; private set; }

    /// <summary>How many the roadmap counts.</summary>
    internal int Initiatives { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var people = Enumerable.Range(1, Members).Select(number => new CardExplorer(bot, _album, bot.Person($"Person {number:00} of the family von Hohenstein-Featherstonehaugh"))).ToArray();
        var owner = people[0];
        _album.IsAnalyst(owner.Person.Name);
        await Found(owner, people);
        foreach (var (number, person) in people.Index().Where(one => one.Index < Interviewed || one.Index == Members - 1))
        {
            var playback = await person.Interview(asked => Answer((number * 41) + (asked * 17), number, number < Talkative ? AnswerLength : 1));
            await person.Presses(playback, "Confirm", ("fit", "4"), ("remark", string.Concat(Enumerable.Repeat("remark ", 140))));
        }

        await Types(people[^1]);
        await Looks(owner, people[1], people[^1]);
        Cards = _album.Cards();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Sentences that each show another gap, and a very long word after them; for every tenth person in a script that takes two bytes a letter.</summary>
    private static string Answer(int seed, int person, int atLeast)
    {
        var text = new StringBuilder();
        for (var at = seed; text.Length == 0 || text.Length < atLeast / 5; at++)
            text.Append(person % 10 == 0 && person > 0 ? $"Резервные копии никто не проверял с {at} года. " : $"{Sentences[at % Sentences.Length]} ");
        return $"{text}({seed}, {person})".PadRight(atLeast, 'o');
    }

    private static async Task Found(CardExplorer owner, CardExplorer[] people)
    {
        foreach (var person in people)
            await person.SeesAfter("hi", "RoadmapBot");
        var form = await owner.Presses(await owner.SeesAfter("start", "begin"), "New engagement");
        var objectives = Enumerable.Range(1, 10).Select(number => $"Objective {number}: ".PadRight(195, 'o') + " end");
        var created = await owner.Presses(
            form, "Create", ("name", "The United Harbour Clinics and Rehabilitation Centres of the Northern Coast and its Islands, Ltd."), ("headcount", "1200"),
            ("objectives", string.Join('\n', objectives)));
        var seat = await owner.Presses(await owner.Presses(created, "People and roles"), "Add or change");
        foreach (var (number, person) in people.Index().Skip(1))
        {
            var role = number switch { 1 => "Executive", 2 => "DepartmentHead", 10 => "Msp", _ => "EndUser" };
            var department = $"Department {number % 20:00} of outpatient rehabilitation and long-term care";
            await owner.Presses(seat, "Save", ("person", person.Person.Id), ("role", role), ("department", department));
            await person.Sees("you take part as");
        }
    }

    /// <summary>Long texts where short ones are meant.</summary>
    private static async Task Types(CardExplorer person)
    {
        var text = string.Join(' ', Enumerable.Range(1, 3).Select(seed => Answer(seed, 1, AnswerLength)))[..TypedAtOnce];
        await person.Tells($"report: {text}");
        await person.Presses(await person.Sees("Have I understood it"), "That's right");
        await person.Tells(text);
        await person.Sees("not sure what you want");
        var playback = await person.SeesAfter("continue", "What you told me");
        await person.Presses(playback, "Change it", ("question", "user-held-up"));
        await person.Sees("Question 2 of 5");
        await person.Tells($"report {text}");
        await person.Presses(await person.Sees("answer to the open question"), "Yes, take it");
    }

    private async Task Looks(CardExplorer owner, params CardExplorer[] others)
    {
        Gaps = Count(await owner.SeesAfter("gaps", "Gap analysis"), @"^(\d+) gaps?:");
        Initiatives = Count(await owner.SeesAfter("roadmap", "IT roadmap"), @"^(\d+) initiatives? ·");
        foreach (var person in others.Prepend(owner))
        {
            foreach (var command in (string[])["status", "gaps", "roadmap", "summary", "share", "roadmap department", "continue"])
            {
                await person.Person.Says(command);
                if (CardText.Card((await person.Person.Sees()).Activity) is { } card)
                    await person.Explore(card);
            }

            person.KeepChat();
        }

        await owner.Presses(await owner.SeesAfter("status", "Where we are"), "Pain points");
        await owner.Explore(await owner.Sees("Pain points"));
        await owner.Presses(await owner.SeesAfter("status", "Where we are"), "People and roles");
        await owner.Explore(await owner.Sees("who takes part"));
        foreach (var chat in (CardExplorer[])[owner.In("19:board@thread.v2"), others[0].In("19:board@thread.v2")])
        {
            await chat.Explore(await chat.SeesAfter("summary", "IT roadmap in short"));
            chat.KeepChat();
        }
    }

    private static int Count(JsonElement card, string pattern) =>
        Regex.Matches(CardText.Of(card), pattern, RegexOptions.Multiline).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
}
