using System.Buffers.Binary;
using System.Text.Json;
using RoadmapBot.Tests.Support;
using RoadmapBot.Web;

namespace RoadmapBot.Tests.Journeys;

/// <summary>What <c>demo</c> shows a newcomer: a company of every role, from the first answer to an approved roadmap, and its pictures.</summary>
public sealed class DemoJourney(DemoCompany company, Browser browser) : IClassFixture<DemoCompany>
{
    private const int Width = 1366; // the size of the store listing's pictures
    private const int Height = 768;

    private static readonly string[] Pictures = ["gap.png", "gaps.png", "initiative.png", "interview.png", "roadmap.png", "summary.png"];

    [Fact]
    public void Everybody_takes_part_and_the_roadmap_ends_approved_and_shared()
    {
        Assert.True(company.Play.IsFinished);
        Assert.Equal(8, company.Told.Count(step => step.Contains("answers", StringComparison.Ordinal)));
        Assert.Contains("Femi Adeyemi gave 7 answers and left the rest for later", company.Told);
        Assert.Equal("Ada Novak has shared the summary in the chat Steering committee", company.Told[^1]);
        var shared = Texts("19:northlight-steering@thread.v2")[^1];
        Assert.Contains("Version 2 – approved by Carla Mendes", shared, StringComparison.Ordinal);
        Assert.Empty(company.Bot.Log.Errors);
    }

    [Fact]
    public void IT_and_the_managing_director_contradict_each_other_about_the_restore_test()
    {
        var roadmap = company.Bot.Query("SELECT State FROM roadmaps ORDER BY Version DESC")[0];
        using var state = JsonDocument.Parse(roadmap);
        var analysis = state.RootElement.GetProperty("Analysis");
        Assert.Contains(analysis.GetProperty("Contradictions").EnumerateArray(), one => one.GetProperty("About").GetString() == "a tested restore");
        Assert.InRange(analysis.GetProperty("Gaps").GetArrayLength(), 20, 70);
    }

    [Fact]
    public void Everything_that_the_script_has_people_say_is_said()
    {
        var said = company.Chats.Everything.Where(shown => shown.By != LocalPeople.BotId && shown.Body is not null)
            .Select(shown => shown.Body!.Value.TryGetProperty("text", out var text) ? text.GetString() : null).ToHashSet();
        Assert.All(company.Script.People.SelectMany(part => part.Answers).SelectMany(reply => reply.Then.Concat(reply.Say is { } say ? [say] : [])), line => Assert.Contains(line, said));
    }

    [Fact]
    public void A_price_that_was_named_is_the_price_in_the_plan()
    {
        using var state = JsonDocument.Parse(company.Bot.Query("SELECT State FROM roadmaps ORDER BY Version DESC")[0]);
        var costs = state.RootElement.GetProperty("Draft").GetProperty("Initiatives").EnumerateArray().Select(initiative => initiative.GetProperty("Cost")).ToArray();
        Assert.Single(costs, cost => cost.GetProperty("Low").GetInt64() == 38_000 && cost.GetProperty("Basis").GetString() == "Stated");
        Assert.Single(costs, cost => cost.GetProperty("RecurringPerYear").GetInt64() == 5_400 && cost.GetProperty("Basis").GetString() == "Stated");
    }

    [Fact]
    public void What_was_corrected_at_the_playback_is_what_counts()
    {
        var interviews = string.Concat(company.Bot.Query("SELECT State FROM interviews"));
        Assert.Contains("the shift leader who found the unplugged switch", interviews, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pictures_of_the_store_listing_have_the_size_that_the_store_takes()
    {
        Assert.Equal(Pictures, Directory.GetFiles(Repository.File("manifest", "screenshots")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Pictures, name =>
        {
            var header = File.ReadAllBytes(Repository.File("manifest", "screenshots", name)).AsSpan(16, 8); // of a PNG: width, height
            Assert.Equal((Width, Height), (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..])));
        });
    }

    /// <summary>They lie in artifacts/screenshots/store afterwards; where they should become those of the listing, copy them to manifest/screenshots.</summary>
    [Fact]
    public async Task Its_cards_make_the_pictures_of_the_store_listing()
    {
        var page = await ChatPage.Open(browser, company.Bot, Width, Height);
        await page.Be("Femi Adeyemi");
        await page.Say("continue");
        await page.Sees("Question 9 of");
        await Picture(page, "interview");

        await page.Be("Ada Novak");
        await page.Say("gaps");
        await page.Sees("Gap analysis: Northlight Components");
        await Picture(page, "gaps");
        await page.Press("Gap analysis", "IT depends on one key person");
        await page.Sees("Who says so");
        await Picture(page, "gap");
        await page.Say("roadmap");
        await page.Sees("Roadmap: Northlight Components");
        await Picture(page, "roadmap");
        await page.Press("IT roadmap", "Prove that backups restore");
        await page.Sees("Ada Novak, with Relay IT");
        await Picture(page, "initiative");
        await page.Be("Carla Mendes");
        await page.Say("summary");
        await page.Sees("Northlight Components");
        await Picture(page, "summary");
        page.HasNoFaults();
    }

    private static async Task Picture(ChatPage page, string name)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, TestContext.Current.CancellationToken);
        await Browser.Picture(page.Page, $"store/{name}");
    }

    private string[] Texts(string chat) => [.. company.Chats.Shown(chat).Where(shown => shown.By == LocalPeople.BotId).Select(shown => CardText.Of(shown.Body!.Value))];
}
