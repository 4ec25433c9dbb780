using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>What gets in people's way, said without a name: shown when five have said something, and asked about through the bot.</summary>
public sealed class AnonymousJourney
{
    private static readonly string[] Words =
    [
        "The wifi drops in the quokka room.", "The wifi is slow beside the wombat cage.", "The network fails whenever the axolotl is fed.", "No wifi where the pangolin sleeps.", "The wifi passes the okapi by.",
    ];

    [Fact]
    public async Task Five_people_report_the_words_are_shown_a_full_day_later_and_an_answer_comes_back_without_a_name()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var company = await Company.Found(bot);
        var ivan = bot.Person("Ivan");
        await company.Seat(ivan, "It", null);
        var people = await Reported(bot, company, Words.Length);
        await NothingTells(bot, people);
        await Sees(company.Owner, "Anonymous pain points: 0");

        await bot.Night(clock);
        await Sees(company.Owner, "Anonymous pain points: 0");
        await bot.Night(clock);
        await Sees(company.Owner, ["Anonymous pain points: 5", .. Words]);
        var list = await Sees(ivan, ["Anonymous pain points: 5", "Network and internet", .. Words]);
        var point = await ivan.PressesOn(Only(list, Words[1]), "Anonymous pain point");
        Assert.Contains("It is delivered tonight", CardText.Of(await ivan.PressesOn(point, "Ask", ("question", "Which floor is that?"))), StringComparison.Ordinal);
        Assert.Contains("under way", (await ivan.PressesOn(point, "Ask", ("question", "And since when?"))).GetString(), StringComparison.Ordinal);

        await bot.Night(clock);
        var question = CardText.Card((await people[1].Sees("A question about what you reported", Words[1], "Which floor is that?")).Activity)!.Value;
        Assert.Contains("can't find that here", (await people[2].PressesOn(question, "Answer", ("answer", "Not mine to say"))).GetString(), StringComparison.Ordinal);
        Assert.Contains("goes back without your name", CardText.Of(await people[1].PressesOn(question, "Answer", ("answer", "The narwhal floor"))), StringComparison.Ordinal);
        Assert.Contains("settled already", (await people[1].PressesOn(question, "Answer", ("answer", "Another"))).GetString(), StringComparison.Ordinal);
        await NothingTells(bot, people, isShown: true);

        await bot.Night(clock);
        Assert.DoesNotContain("narwhal", CardText.Of(await ivan.PressesOn(Only(list, Words[1]), "Anonymous pain point")), StringComparison.Ordinal);
        await bot.Night(clock);
        await ivan.Sees("Something has come back");
        var answered = CardText.Of(await ivan.PressesOn(Only(await ivan.Presses("Anonymous pain points"), Words[1]), "Anonymous pain point"));
        Assert.Contains("The narwhal floor", answered, StringComparison.Ordinal);
        Assert.DoesNotContain(people[1].Name, answered, StringComparison.Ordinal);
        await NothingTells(bot, people, isShown: true);

        await company.Owner.Says("gaps");
        await bot.Drafted();
        Assert.Contains(Words[1], string.Join('\n', bot.Query("SELECT State FROM roadmaps")), StringComparison.Ordinal);
        await NothingTells(bot, people, isShown: true);
    }

    [Fact]
    public async Task Of_four_nothing_is_shown_or_drafted_from()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var company = await Company.Found(bot);
        var people = await Reported(bot, company, 4);
        await people[0].Says($"report anonymously: {Words[4]}");
        await people[0].Sees("Kept without your name");
        await bot.Night(clock);
        await bot.Night(clock);
        var list = await Sees(company.Owner, "Anonymous pain points: 0");
        Assert.DoesNotContain("wifi", CardText.Of(list), StringComparison.Ordinal);
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Nobody has");
    }

    [Fact]
    public async Task A_name_is_taken_off_a_report_and_nothing_of_the_named_one_is_left()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        await company.User.Person.Says($"report {Words[0]}");
        var card = CardText.Card((await company.User.Person.Sees("Have I understood it")).Activity)!.Value;
        Assert.Contains("Your name is off it", CardText.Of(await company.User.Person.PressesOn(card, "Report anonymously")), StringComparison.Ordinal);
        await company.User.Person.Sees("Kept without your name");
        Assert.Empty(bot.Query("SELECT Id FROM pain_points"));
        await NothingTells(bot, [company.User.Person]);
        Assert.Contains("can't find that here", (await company.User.Person.PressesOn(card, "That's right")).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bare_words_ask_for_the_sentence_even_while_an_interview_waits_for_an_answer()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var uma = (await Company.Found(bot)).User.Person;
        await uma.Says("start");
        await uma.Sees("Question 1 of");
        await uma.Says("report anonymously");
        await uma.Sees("without your name");
        await uma.Says(Words[0]);
        await uma.Sees("Kept without your name");
        Assert.DoesNotContain("quokka", string.Join('\n', bot.Query("SELECT State FROM interviews")), StringComparison.Ordinal);
        Assert.Contains("quokka", string.Join('\n', bot.Query("SELECT State FROM anonymous_boxes")), StringComparison.Ordinal);

        await uma.In("19:floor@thread.v2").Says($"report anonymously: {Words[1]}");
        await uma.In("19:floor@thread.v2").Sees("I have kept nothing");
        Assert.DoesNotContain("wombat", string.Join('\n', bot.Query("SELECT State FROM anonymous_boxes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_a_report_back_or_ends_the_questions_is_asked_no_more()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var uma = (await Company.Found(bot)).User.Person;
        foreach (var (words, button, rows) in ((string, string, int)[])[(Words[0], "Don't ask me", 1), (Words[1], "Take it back", 1)])
        {
            await uma.Says($"report anonymously: {words}");
            await uma.Sees("Kept without your name");
            await uma.Presses(button);
            Assert.Contains("\"All\":[]", bot.Query("SELECT State FROM anonymous_envelopes").Single(), StringComparison.Ordinal);
            Assert.Contains(Words[0], bot.Query("SELECT State FROM anonymous_boxes").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain(Words[1], bot.Query("SELECT State FROM anonymous_boxes").Single(), StringComparison.Ordinal);
            Assert.Equal(rows, bot.Query("SELECT State FROM anonymous_boxes").Count);
        }
    }

    private static async Task<Participant[]> Reported(TestBot bot, Company company, int count)
    {
        Participant[] people = [company.User.Person, .. Enumerable.Range(1, count - 1).Select(number => bot.Person($"Vera{number}"))];
        foreach (var (person, number) in people.Select((person, number) => (person, number)))
        {
            if (number > 0)
            {
                await person.Says("start");
                await person.Sees("Take part");
                await person.Presses("Take part");
            }

            await person.Says($"report anonymously: {Words[number]}");
            await person.Sees("Kept without your name");
        }

        return people;
    }

    private static async Task<JsonElement> Sees(Participant reader, params string[] words)
    {
        await reader.Says("status");
        await reader.Sees("Where we are");
        var list = await reader.Presses("Anonymous pain points");
        Assert.All(words, word => Assert.Contains(word, CardText.Of(list), StringComparison.Ordinal));
        return list;
    }

    /// <summary>The line of a list that shows the words, as a card of its own.</summary>
    private static JsonElement Only(JsonElement list, string words)
    {
        var line = CardText.Walk(list).Single(part => CardText.Type(part) is "Container" && CardText.Of(part).Contains(words, StringComparison.Ordinal));
        return JsonSerializer.SerializeToElement(new { actions = new[] { line.GetProperty("selectAction") } });
    }

    /// <summary>No row holds the words together with anybody who reported, before they are shown none but the box holds them, the box holds no time, and the log nothing.</summary>
    private static async Task NothingTells(TestBot bot, IReadOnlyList<Participant> people, bool isShown = false)
    {
        await bot.Sent();
        foreach (var table in bot.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
        {
            var columns = bot.Query($"SELECT name FROM pragma_table_info('{table}')");
            var rows = bot.Query($"SELECT {string.Join(" || ' ' || ", columns.Select(column => $"COALESCE(\"{column}\", '')"))} FROM \"{table}\"");
            foreach (var row in rows.Where(row => Words.Any(words => row.Contains(words.TrimEnd('.'), StringComparison.Ordinal)) || row.Contains("narwhal", StringComparison.Ordinal)))
            {
                Assert.True(isShown || table is "anonymous_boxes", table);
                Assert.All(people, person => Assert.DoesNotContain(person.Id, row, StringComparison.Ordinal));
                if (table is "anonymous_boxes")
                    Assert.DoesNotMatch(@"\d\d:\d\d|2026-\d\d", row);
            }
        }

        Assert.DoesNotContain(bot.Log.Lines, line => Words.Any(words => line.Text.Contains(words, StringComparison.Ordinal)));
    }
}
