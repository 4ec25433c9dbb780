using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>What people say is kept as they said it: every character of every script, and all of it.</summary>
public sealed class StoredTextTests(Local local) : IClassFixture<Local>
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["emoji of many parts"] = "the printer 🖨️ of 👩‍👩‍👧‍👦 jams 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        ["right to left"] = "الطابعة لا تعمل and המדפסת נתקעת",
        ["overrides and marks"] = "a\u202Eb\u2066c\u2069\u200Bd\u200D\uFEFFe",
        ["tag characters"] = "x\U000E0041\U000E0042\U000E007Fy",
        ["line and paragraph separators"] = "one\u2028two\u2029three\u0085four",
        ["line breaks and tabs"] = "one\r\ntwo\n\n\tthree",
        ["combining marks"] = "Z" + string.Concat(Enumerable.Repeat("\u0301\u0323", 500)) + "algo",
        ["composed and not"] = "caf\u00e9 cafe\u0301 \u212B \u00C5",
        ["Markdown and HTML"] = "**bold** [x](https://evil.test) <script>alert(1)</script> <at>everyone</at> &amp; &lt;",
        ["quotes and SQL"] = "'; DROP TABLE people; -- \" ` \\ \\\\ {0} {{1}} %s $",
        ["control characters"] = "a\u0001b\u0007c\u001bd\u007f",
        ["beyond the basic plane"] = "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \U0010FFFF \uFFFE",
        ["100 KB"] = "x" + string.Concat(Enumerable.Repeat("lötzinn ", 12_000)) + "x",
    };

    private static int _tenants;

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_text_is_stored_as_it_was_said(string name) => Assert.Equal(Texts[name], await Stored(Texts[name]));

    [Fact]
    public async Task Only_NUL_and_the_white_space_around_a_text_are_taken_away() =>
        Assert.Equal("the printer  jams", await Stored(" \u00a0 the pri\0nter  jams\0\r\n"));

    private async Task<string> Stored(string text)
    {
        var tenant = $"text-{Interlocked.Increment(ref _tenants)}";
        var ada = local.Bot.Person("Ada", tenant);
        await ada.Says("start");
        await ada.Sees("begin");
        await ada.PressesOn(await ada.Presses("New engagement"), "Create", ("name", tenant), ("start", "2027-01-01"), ("objectives", "No more downtime"));
        await ada.Accepted(ada.Activity("message", new JsonObject { ["text"] = $"report: {text}" }));

        await using var scope = local.Bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoadmapBotDb>();
        return Assert.Single(db.PainPoints.AsEnumerable(), point => point.Id.Value.Length > 0 && db.Engagements.Find(point.Engagement)!.Tenant.Value == tenant).State.Text;
    }
}
