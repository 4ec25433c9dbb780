using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RoadmapBot.Tests.Support;
using RoadmapBot.Web;

namespace RoadmapBot.Tests.Web;

public sealed class PagesTests
{
    private static readonly (string, string)[] Production =
    [
        ("environment", "Production"),
        ("Teams:AppId", "0f8fad5b-d9cb-469f-a165-70867728950e"),
        ("Teams:AppSecret", "secret"),
        ("Teams:HomeTenant", "7c9e6679-7425-40de-944b-e07fc1f90ae7"),
    ];

    [Fact]
    public async Task In_Development_the_root_is_the_chat_page_and_everything_it_names_is_there()
    {
        await using var bot = await TestBot.Start();
        var html = await Text(bot, "/");
        Assert.Contains("/page/scripts/main.js", html, StringComparison.Ordinal);

        foreach (var path in Paths(html))
            Assert.Equal(HttpStatusCode.OK, (await Get(bot, path)).StatusCode);
    }

    [Theory]
    [InlineData("/local/setup")]
    [InlineData("/local/events")]
    [InlineData("/local/v3/conversations/a:ada/members")]
    [InlineData("/page/scripts/main.js")]
    [InlineData("/page/lib/adaptivecards.min.js")]
    public async Task Outside_Development_nothing_local_exists(string path)
    {
        await using var bot = await TestBot.Start(settings: Production);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(bot, path)).StatusCode);
    }

    [Fact]
    public async Task Outside_Development_the_root_says_what_this_is()
    {
        await using var bot = await TestBot.Start(settings: Production);
        var html = await Text(bot, "/");
        Assert.Contains("say <strong>hi</strong>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/privacy", "Who reads it")]
    [InlineData("/terms", "A draft is a draft")]
    public async Task What_the_app_manifest_names_is_there_in_every_environment(string path, string words)
    {
        foreach (var settings in new[] { [], Production })
        {
            await using var bot = await TestBot.Start(settings: settings);
            using var response = await Get(bot, path);
            Assert.Contains(words, await Text(bot, path), StringComparison.Ordinal);
            Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/page/scripts/main.js")]
    public async Task Every_page_runs_only_scripts_of_our_own_and_is_framed_by_nobody(string path)
    {
        await using var bot = await TestBot.Start();
        using var response = await Get(bot, path);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_foreign_name_for_this_machine_opens_nothing_local()
    {
        await using var bot = await TestBot.Start();
        using var response = await Get(bot, "/local/setup", host: "attacker.example");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_person_is_added_to_the_cast_and_has_a_chat()
    {
        await using var bot = await TestBot.Start();
        var tenant = LocalPeople.Companies[0].Tenant;
        using var added = await Post(bot, "/local/people", new { name = " Gus Berg ", title = "Auditor", tenant, isOnCommittee = true });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var id = JsonDocument.Parse(await Read(added)).RootElement.GetProperty("id").GetString();

        var setup = JsonDocument.Parse(await Text(bot, "/local/setup")).RootElement;
        Assert.Contains(setup.GetProperty("people").EnumerateArray(), person => person.GetProperty("name").GetString() == "Gus Berg");
        Assert.Equal(3, setup.GetProperty("chats").EnumerateArray().Count(chat => chat.GetProperty("members").EnumerateArray().Any(member => member.GetString() == id)));
    }

    [Theory]
    [InlineData("", "Auditor", "a1c7f3f2-0001-4c55-9d2e-6f1f0a5b1001")]
    [InlineData("Gus", " ", "a1c7f3f2-0001-4c55-9d2e-6f1f0a5b1001")]
    [InlineData("Gus", "Auditor", "elsewhere")]
    [InlineData(null, null, null)]
    public async Task A_person_without_name_title_or_company_is_refused(string? name, string? title, string? tenant)
    {
        await using var bot = await TestBot.Start();
        using var refused = await Post(bot, "/local/people", new { name, title, tenant });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task What_somebody_did_is_told_to_every_listener_and_again_after_a_restart()
    {
        await using var bot = await TestBot.Start();
        var deed = new { kind = "Message", chat = "a:ada", by = "29:ada", body = new { text = "hello" } };
        using var noted = await Post(bot, "/local/events", deed);
        Assert.Equal(HttpStatusCode.OK, noted.StatusCode);
        using var refused = await Post(bot, "/local/events", deed with { by = "29:bo" });
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(["Reset", "Message hello", "CaughtUp"], await Told(bot, ""));

        await using var restarted = await bot.Restart();
        Assert.Equal(["Reset", "Message hello", "CaughtUp"], await Told(restarted, "0"));
        Assert.Equal(["CaughtUp"], await Told(restarted, "1"));
    }

    private static async Task<HttpResponseMessage> Get(TestBot bot, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        return await bot.Http.SendAsync(request);
    }

    private static Task<HttpResponseMessage> Post(TestBot bot, string path, object body) => bot.Http.PostAsJsonAsync(path, body);

    private static Task<string> Text(TestBot bot, string path) => bot.Http.GetStringAsync(path);

    private static Task<string> Read(HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    /// <summary>What the stream of events says until it has caught up.</summary>
    private static async Task<IReadOnlyList<string>> Told(TestBot bot, string lastSeen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/local/events");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", lastSeen);
        using var response = await bot.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        var told = new List<string>();
        while (told is not [.., "CaughtUp"] && await lines.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            var happened = JsonSerializer.Deserialize<LocalEvent>(line["data: ".Length..], LocalJson.Options)!;
            told.Add(happened.Body is { } body ? $"{happened.Kind} {body.GetProperty("text").GetString()}" : $"{happened.Kind}");
        }

        return told;
    }

    private static IEnumerable<string> Paths(string html) =>
        html.Split('"').Where(part => part.StartsWith("/page/", StringComparison.Ordinal) || part is "/icon.svg");
}
