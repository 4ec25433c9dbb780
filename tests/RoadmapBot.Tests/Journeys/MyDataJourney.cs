using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Conversation;
using RoadmapBot.Roadmaps;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>Everybody sees, takes along and erases what is kept about them; what others said stands.</summary>
public sealed class MyDataJourney
{
    private const string Answer = "Quillfeather never tested our backups, as far as I know, and the tapes lie in the flooded Wobblecellar.";
    private const string Second = "Our supplier Grumblesnout quoted 12,000 EUR for new switches last spring, and nobody has ordered them.";
    private const string Point = "The label printer in the Zanthoxyl ward jams on every second form";
    private const string Remark = "Why before summer, when the Brindlewick audit is not even over?";
    private const string Others = "Honestly nobody has ever tested our backups since the Marmalade incident.";

    private static readonly string[] Planted = ["Quillfeather", "Wobblecellar", "Grumblesnout", "Zanthoxyl", "Brindlewick"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_export_holds_everything_that_was_said_and_after_the_erasure_nothing_else_does()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var (ceo, owner) = (company.Ceo.Person, company.Owner);
        await company.Head.Interview(Others);
        var card = await Speaks(bot, company);

        var exported = await Export(ceo);
        Assert.Equal("roadmapbot.mydata/1", exported.GetProperty("schema").GetString());
        Assert.Equal("Grace", exported.GetProperty("person").GetProperty("name").GetString());
        var text = exported.GetRawText();
        Assert.All([Answer, Second, Point, Remark], said => Assert.Contains(said, JsonDocument.Parse(text).RootElement.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("Marmalade", text, StringComparison.Ordinal);
        Assert.All(Planted, word => Assert.True(IsInFiles(bot, word), word));

        await ceo.Says("my data");
        await ceo.Sees("What I keep about you", "Harbour Clinic", "Executive");
        var mine = CardText.Card(ceo.Last!.Activity)!.Value;
        var ask = await ceo.PressesOn(mine, "Erase everything");
        Assert.Contains("This stays", CardText.Of(ask), StringComparison.Ordinal);
        Assert.Contains("is erased", CardText.Of(await ceo.PressesOn(ask, "Erase for good")), StringComparison.Ordinal);
        await bot.Quiet();
        await Gone(bot, [.. Planted, "\"Grace\"", "GRACE"]);
        Assert.All(Planted, word => Assert.DoesNotContain(word, bot.Log.All, StringComparison.OrdinalIgnoreCase));

        // Old buttons lead to nothing of it, and somebody who comes back is new.
        Assert.Contains("is erased", CardText.Of(await ceo.PressesOn(ask, "Erase for good")), StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour", CardText.Of(await ceo.PressesOn(mine, "Erase everything")), StringComparison.Ordinal);
        await ceo.PressesOn(card, "Take it back");
        await ceo.Says("my data");
        await ceo.Sees("You take part in no engagement");

        // What the others have stands, without a word of it.
        var seen = bot.Connector.In(owner.Chat).Count;
        await owner.Says("gaps");
        await owner.Sees("Gap analysis: Harbour Clinic");
        Assert.Contains("Marmalade", CardText.Of(await owner.Presses(FirstLine(owner, "restore tests"))), StringComparison.Ordinal);
        await owner.Says("status");
        await owner.Sees("Where we are");
        await owner.Says("summary");
        await owner.Sees("IT roadmap in short");
        Assert.All(Planted, word => Assert.DoesNotContain(bot.Connector.In(owner.Chat).Skip(seen), shown => shown.Activity.GetRawText().Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.Single(bot.Query("SELECT Person FROM interviews"));
        await IsIntact(bot);
    }

    [Fact]
    public async Task The_only_owner_names_another_one_first()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var owner = company.Owner;
        await owner.Says("mydata");
        await owner.Sees("What I keep about you");
        var mine = CardText.Card(owner.Last!.Activity)!.Value;
        Assert.Contains("only owner of Harbour Clinic", CardText.Of(await owner.PressesOn(mine, "Erase everything")), StringComparison.Ordinal);

        await owner.Says("status");
        await owner.Sees("Where we are");
        await owner.Presses("People and roles");
        await owner.Sees("who takes part");
        await owner.PressesOn(await owner.Presses("Add or change"), "Save", ("person", company.Head.Person.Id), ("role", "DepartmentHead"), ("department", "Reception"), ("owner", "yes"));
        await company.Head.Person.Sees("owner");
        await owner.PressesOn(await owner.PressesOn(mine, "Erase everything"), "Erase for good");
        Assert.Equal(["tenant-1-Grace", "tenant-1-Henri", "tenant-1-Uma"], bot.Query("SELECT Person FROM members ORDER BY Person"));
        await company.Head.Person.Says("status");
        await company.Head.Person.Sees("Where we are");
        await IsIntact(bot);
    }

    [Fact]
    public async Task An_engagement_of_one_person_goes_whole()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var solo = bot.Person("Solo");
        await solo.Says("start");
        await solo.Sees("begin");
        await solo.PressesOn(await solo.Presses("New engagement"), "Create", ("name", "Quillfeather Mill"), ("start", "2027-01-01"));
        await solo.Says($"report {Point}");
        await solo.Sees("Have I understood it");
        await solo.Says("gaps");
        await solo.Sees("Gap analysis: Quillfeather Mill");

        await solo.Says("my data");
        await solo.Sees("Quillfeather Mill");
        var ask = await solo.Presses("Erase everything");
        Assert.Contains("Nobody else takes part in Quillfeather Mill", CardText.Of(ask), StringComparison.Ordinal);
        await solo.PressesOn(ask, "Erase for good");
        await bot.Quiet();
        await Gone(bot, "Quillfeather", "Zanthoxyl", "\"Solo\"");
        Assert.All(["engagements", "members", "interviews", "pain_points", "roadmaps", "scoring_rounds", "people"], table => Assert.Empty(bot.Query($"SELECT 1 FROM {table}")));
        Assert.Equal(["Erasure"], bot.Query("SELECT DISTINCT Kind FROM audit_entries WHERE Salt IS NOT NULL"));
        await IsIntact(bot);
    }

    [Fact]
    public async Task In_a_group_nothing_is_shown_of_it()
    {
        await using var bot = await TestBot.Start();
        var inGroup = (await Company.Found(bot)).User.Person.In("19:floor@thread.v2");
        await inGroup.Says("my data");
        await inGroup.Sees("for you alone");
    }

    [Fact]
    public async Task An_answer_that_is_taken_back_leaves_every_draft_and_its_gap_says_so()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var (head, owner) = (company.Head.Person, company.Owner);
        await head.Says("start");
        await head.Sees("Question 1 of");
        var said = head.Activity("message", new() { ["text"] = Answer });
        await head.Accepted(said);
        await head.Sees("Saved:");
        await owner.Says("gaps");
        await owner.Sees("Gap analysis: Harbour Clinic");
        Assert.Contains("Quillfeather", bot.Query("SELECT State FROM roadmaps").Single(), StringComparison.Ordinal);

        await head.Accepted(head.Activity("messageDelete", new() { ["id"] = said["id"]!.DeepClone() }));
        await head.Sees("taken that answer back");
        await bot.Quiet();
        Assert.DoesNotContain("Quillfeather", bot.Query("SELECT State FROM roadmaps").Single(), StringComparison.Ordinal);
        await Gone(bot, "Quillfeather", "Wobblecellar");
        await owner.Says("gaps");
        await owner.Sees("Gap analysis: Harbour Clinic");
        Assert.Contains("words withdrawn since", CardText.Of(await owner.Presses(FirstLine(owner))), StringComparison.Ordinal);
        await IsIntact(bot);
    }

    [Fact]
    public async Task A_pain_point_that_becomes_anonymous_leaves_no_receipt_that_was_made_from_its_author()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says($"report {Point}");
        var card = CardText.Card((await uma.Sees("Have I understood it")).Activity)!.Value;
        var id = bot.Query("SELECT Id FROM pain_points").Single();
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Gap analysis: Harbour Clinic");
        Assert.Contains(id, bot.Query("SELECT State FROM roadmaps").Single(), StringComparison.Ordinal);

        await uma.PressesOn(card, "Report anonymously");
        Assert.DoesNotContain(id, bot.Query("SELECT State FROM roadmaps").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zanthoxyl", bot.Query("SELECT State FROM roadmaps").Single(), StringComparison.Ordinal);
        Assert.Empty(bot.Query($"SELECT 1 FROM audit_entries WHERE \"By\" = '{uma.Id}' AND Kind IN ('Draft', 'PainPoint')"));
        await IsIntact(bot);
    }

    [Fact]
    public async Task A_draft_that_was_under_way_when_words_were_taken_back_is_made_anew_without_them()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var (head, owner) = (company.Head.Person, company.Owner);
        await company.Head.Interview(Answer);
        var chat = new ChatId(owner.Chat);
        var turn = new Turn(
            new Person(new("tenant-1"), new(owner.Id), owner.Name), new Chat(new("tenant-1"), chat, ChatKind.Personal, chat), "1", "1", default, new Happening.Said("gaps"));
        var payload = DraftJob.For(turn, new(bot.Query("SELECT Id FROM engagements").Single()), Sight.Gaps).Payload;
        await using var scope = bot.Services.CreateAsyncScope();
        var drafted = (await scope.ServiceProvider.GetRequiredService<DraftJob>().Draft(payload, Cancel))!;
        Assert.Contains("Quillfeather", JsonSerializer.Serialize(drafted.Result!.Value.Analysis), StringComparison.Ordinal);

        await head.Says("my data");
        await head.Sees("What I keep about you");
        await head.PressesOn(await head.Presses("Erase everything"), "Erase for good");
        await using (var later = bot.Services.CreateAsyncScope())
        {
            var unit = later.ServiceProvider.GetRequiredService<UnitOfWork>();
            await unit.Begin(Cancel);
            await later.ServiceProvider.GetRequiredService<DraftJob>().Publish(drafted, Cancel);
            Assert.True(await unit.Commit(Cancel));
        }

        await owner.Sees("Gap analysis: Harbour Clinic", "Version 1", "From 0 answers");
        await Gone(bot, "Quillfeather");
    }

    /// <summary>An interview, a pain point, a remark and an approval of the chief executive, in a draft that others read.</summary>
    /// <returns>The card of the pain point.</returns>
    private static async Task<JsonElement> Speaks(TestBot bot, Company company)
    {
        var ceo = company.Ceo.Person;
        await company.Ceo.Interview(Answer, Second);
        await ceo.Says($"report {Point}");
        var card = CardText.Card((await ceo.Sees("Have I understood it")).Activity)!.Value;
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Gap analysis: Harbour Clinic");
        await ceo.Says("summary");
        await ceo.Sees("IT roadmap in short");
        var summary = CardText.Card(ceo.Last!.Activity)!.Value;
        await ceo.PressesOn(summary, "Send the remark", ("remark", Remark));
        await ceo.PressesOn(summary, "Approve");
        await bot.Quiet();
        return card;
    }

    /// <summary>What the first line of the last card leads to.</summary>
    private static string FirstLine(Participant person, string about = "") =>
        CardText.Walk(CardText.Card(person.Last!.Activity)!.Value).Where(part => part.TryGetProperty("selectAction", out _))
            .Select(part => part.GetProperty("selectAction").GetProperty("title").GetString()!).First(title => title.Contains(about, StringComparison.Ordinal));

    /// <summary>The messages of the export, put together.</summary>
    private static async Task<JsonElement> Export(Participant person)
    {
        await person.Says("my data");
        await person.Sees("What I keep about you");
        Assert.Contains("as JSON", (await person.Presses("Export everything")).GetString(), StringComparison.Ordinal);
        var document = new StringBuilder();
        while (true)
        {
            document.AppendLine((await person.Sees()).Activity.GetProperty("text").GetString());
            try
            {
                return JsonDocument.Parse(document.ToString()).RootElement;
            }
            catch (JsonException)
            {
                // there is more to come
            }
        }
    }

    private static bool IsInFiles(TestBot bot, string word) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(bot.Database)!, "bot.db*").Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
        });

    /// <summary>Housekeeping goes round once a minute, of a clock that runs fast.</summary>
    private static async Task Gone(TestBot bot, params string[] words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (words.FirstOrDefault(word => IsInFiles(bot, word)) is { } left)
        {
            if (limit.IsCancellationRequested)
                Assert.Fail($"\"{left}\" is still in the database's files.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancel);
        }
    }

    private static async Task IsIntact(TestBot bot)
    {
        var (exitCode, _, error) = await CommandLine.Run("verify-log", $"--Storage:ConnectionString=Data Source={bot.Database}");
        Assert.Equal((0, ""), (exitCode, error));
    }
}
