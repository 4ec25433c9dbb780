using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using RoadmapBot.Hosting;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Hosting;

public sealed class DraftCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("draft");

    public static TheoryData<string> Cases => AnalystTests.Cases;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_becomes_a_draft_of_the_contracts_shape(string name)
    {
        var (code, output, error, draft) = Run(File.ReadAllText(Known.CaseFiles.Single(file => Path.GetFileNameWithoutExtension(file) == name)), "--start", "2027-01-01");
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Why this roadmap", output, StringComparison.Ordinal);
        Assert.Equal(["schema", "gaps", "contradictions", "unknowns", "initiatives", "kpis", "warnings", "contradictionDetails", "support", "checks", "inactions", "profile", "lessons", "health", "assetFaults"], Names(draft));
        Assert.Equal("roadmapbot.draft/1", draft.GetProperty("schema").GetString());
        Assert.All(draft.GetProperty("gaps").EnumerateArray(), gap =>
        {
            Assert.Equal(["id", "title", "statement", "domain", "kind", "bucket", "severity", "csf", "evidence", "objectives"], Names(gap));
            Assert.Contains(gap.GetProperty("domain").GetString(), new[] { "security", "infrastructure", "intelligence", "governance", "support", "data", "applications" });
            Assert.Contains(gap.GetProperty("bucket").GetString(), new[] { "fix-now", "improve-next", "plan" });
            Assert.All(gap.GetProperty("evidence").EnumerateArray(), citation => Assert.Equal(["stakeholder", "answer", "quote"], Names(citation)));
        });
        Assert.All(draft.GetProperty("initiatives").EnumerateArray(), one =>
        {
            Assert.Equal(["id", "title", "objective", "phase", "start", "months", "cost", "return", "outcomes", "owner", "handoffs", "effects", "needs", "priority",
                "addresses", "objectives", "dependsOn", "guards"], Names(one));
            Assert.Matches("^20(27|28|29)-(0[1-9]|1[0-2])$", one.GetProperty("start").GetString());
        });
    }

    /// <summary>Each was read line by line when it was put there. Where a draft changes, read what changed, and put the file that this test leaves in its place.</summary>
    [Theory]
    [InlineData("02-sdg-united-counties")]
    [InlineData("08-university-heights")]
    [InlineData("21-claremont-manufacturer")]
    public void The_draft_of_a_case_is_the_one_that_was_read(string name)
    {
        var (_, output, _, _) = Run(File.ReadAllText(Known.CaseFiles.Single(file => Path.GetFileNameWithoutExtension(file) == name)), "--start", "2027-01-01");
        var golden = Known.SourceFile("Hosting", "Golden", $"{name}.txt");
        var said = output.ReplaceLineEndings("\n");
        if (File.Exists(golden) && File.ReadAllText(golden).ReplaceLineEndings("\n") == said)
            return;
        var now = Path.Combine(AppContext.BaseDirectory, $"{name}.txt");
        File.WriteAllText(now, said);
        Assert.Fail($"The draft is no longer that of {golden}. What it is now: {now}");
    }

    [Fact]
    public void The_default_start_is_the_first_of_next_month()
    {
        var (_, _, _, draft) = Run(Notes("""{"topic":"Security updates?","text":"Nobody does the updates, we got hacked every week."}"""));
        Assert.Equal("2027-01", draft.GetProperty("initiatives")[0].GetProperty("start").GetString());
    }

    [Fact]
    public void A_pain_point_is_cited_by_its_index()
    {
        var (_, _, _, draft) = Run("""{"stakeholders":[],"painPoints":[{"text":"ok"},{"text":"The Wi-Fi drops out every day."}]}""");
        Assert.Equal("""{"painPoint":1,"quote":"The Wi-Fi drops out every day."}""",
            JsonSerializer.Serialize(draft.GetProperty("gaps")[0].GetProperty("evidence")[0]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_reading_sheet_sets_each_gap_beside_its_answers_and_finds_no_number_or_name_that_nobody_said(string name)
    {
        var sheet = Path.Combine(_folder.FullName, "sheet.md");
        var (code, _, _, draft) = Run(File.ReadAllText(Known.CaseFiles.Single(file => Path.GetFileNameWithoutExtension(file) == name)), "--sheet", sheet);
        var text = File.ReadAllText(sheet);
        Assert.Equal(0, code);
        Assert.All(draft.GetProperty("gaps").EnumerateArray(), gap =>
        {
            Assert.Contains(gap.GetProperty("statement").GetString()!, text, StringComparison.Ordinal);
            Assert.All(gap.GetProperty("evidence").EnumerateArray(), citation => Assert.Contains($"**{citation.GetProperty("quote").GetString()}**", text, StringComparison.Ordinal));
        });
        Assert.Contains("no number and no name that is not in an answer", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "$: this is not JSON")]
    [InlineData("{", "$: this is not JSON")]
    [InlineData("[]", "$: must be an object")]
    [InlineData("{}", "$.stakeholders: is missing")]
    [InlineData("""{"stakeholders":{}}""", "$.stakeholders: must be a list")]
    [InlineData("""{"stakeholders":[7]}""", "$.stakeholders[0]: must be an object")]
    [InlineData("""{"stakeholders":[{"title":"x","answers":[]}]}""", "$.stakeholders[0].role: is missing")]
    [InlineData("""{"stakeholders":[{"role":"king","title":"x","answers":[]}]}""", "$.stakeholders[0].role: says \"king\"")]
    [InlineData("""{"stakeholders":[{"role":"it","title":"x"}]}""", "$.stakeholders[0].answers: is missing")]
    [InlineData("""{"stakeholders":[{"role":"it","title":"x","answers":[{"topic":"t"}]}]}""", "$.stakeholders[0].answers[0].text: is missing")]
    [InlineData("""{"stakeholders":[{"role":"it","title":"x","answers":[{"topic":"t","text":["a"]}]}]}""", "$.stakeholders[0].answers[0].text: must be a text")]
    [InlineData("""{"stakeholders":[{"role":"it","title":"x","answers":[{"topic":"t","text":"\ud800"}]}]}""", "$.stakeholders[0].answers[0].text: holds a text that is not valid")]
    [InlineData("""{"stakeholders":[],"objectives":[1]}""", "$.objectives[0]: is missing or no text")]
    [InlineData("""{"stakeholders":[],"painPoints":[{}]}""", "$.painPoints[0].text: is missing")]
    [InlineData("""{"stakeholders":[],"organisation":{"headcount":-4}}""", "$.organisation.headcount: must be a whole number")]
    public void Bad_input_is_named_by_its_path_and_leaves_with_2(string notes, string message)
    {
        var (code, output, error, _) = Run(notes);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_leaves_with_2()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Command().Parse([Path.Combine(_folder.FullName, "absent.json")]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        Assert.Equal((2, ""), (code, output.ToString()));
        Assert.Contains("absent.json", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_is_no_date_leaves_with_2()
    {
        var (code, _, error, _) = Run(Notes("""{"topic":"t","text":"x"}"""), "--start", "soon");
        Assert.Equal(2, code);
        Assert.StartsWith("--start says \"soon\"", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"about 1,200 staff\"", 1200)]
    [InlineData("350", 350)]
    [InlineData("\"a few\"", null)]
    [InlineData("null", null)]
    public void A_headcount_is_a_number_or_the_first_one_in_a_text(string headcount, int? expected) =>
        Assert.Equal(expected, DraftInput.Read("""{"stakeholders":[],"organisation":{"headcount":#}}""".Replace("#", headcount, StringComparison.Ordinal)).Organisation.Headcount);

    [Fact]
    public async Task The_built_program_drafts_as_a_process()
    {
        var target = Path.Combine(_folder.FullName, "out.json");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RoadmapBot.dll"), "draft", Known.CaseFiles[0], "--out", target])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("Roadmap", output, StringComparison.Ordinal);
        Assert.True(File.Exists(target));
    }

    private static string Notes(string answer) => $$"""{"stakeholders":[{"role":"it","title":"x","answers":[{{answer}}]}]}""";

    private static Command Command() => DraftCommand.Create(new December());

    private (int Code, string Output, string Error, JsonElement Draft) Run(string notes, params string[] more)
    {
        var (source, target) = (Path.Combine(_folder.FullName, "in.json"), Path.Combine(_folder.FullName, "out.json"));
        File.WriteAllText(source, notes);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Command().Parse([source, "--out", target, .. more]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString(), code == 0 ? JsonDocument.Parse(File.ReadAllText(target)).RootElement : default);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private sealed class December : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 15, 12, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
