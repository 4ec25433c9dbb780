using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>What people do is in the audit log without anybody having to think of it, and whoever tampers with it is found by a command.</summary>
public sealed class AuditJourney
{
    private const string Secret = "Our backups have never been tested, as far as I know.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_people_decide_is_noted_in_no_words_of_theirs_and_the_log_holds()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        await company.Head.Interview(Secret, "Nobody knows who renews the licences.");
        await company.User.Person.Says($"report {Secret}");
        await company.User.Person.Sees("Have I understood it");
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Gap analysis", "Version 1");
        await company.Ceo.Person.Says("summary");
        await company.Ceo.Person.Sees("IT roadmap in short");
        await company.Ceo.Person.Presses("Send the remark", ("remark", Secret));
        await company.Ceo.Person.Presses("Approve");
        await company.Ceo.Person.Says("share henri");
        await company.Ceo.Person.Sees("Henri has version 1");
        await company.Ceo.Person.Presses("Take it back");
        await bot.Quiet();

        Assert.Equal(
            ["Answer", "Approval", "Draft", "Objection", "PainPoint", "Playback", "Role", "Share"],
            bot.Query("SELECT DISTINCT Kind FROM audit_entries ORDER BY Kind"));
        Assert.Equal(["tenant-1-Ada"], bot.Query("SELECT DISTINCT \"By\" FROM audit_entries WHERE Kind = 'Role'"));
        Assert.Equal(["version/1 to tenant-1-Henri", "taken-back to tenant-1-Henri"], bot.Query("SELECT Subject || ' to ' || About FROM audit_entries WHERE Kind = 'Share' ORDER BY Number"));
        Assert.DoesNotContain(bot.Query("SELECT Subject || Content || Digest FROM audit_entries"), entry => entry.Contains("backup", StringComparison.OrdinalIgnoreCase) && entry.Contains("never", StringComparison.Ordinal));

        var (exitCode, output, error) = await Verify(bot);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains($"1 logs, {bot.Query("SELECT COUNT(*) FROM audit_entries").Single()} entries, 0 broken", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET \"By\" = 'tenant-1-Henri' WHERE Number = 3", "entry 3: its author, subject, content digest or salt was changed")]
    [InlineData("UPDATE audit_entries SET At = At - 1 WHERE Number = 2", "entry 2: its time, kind, digest or hash was changed")]
    [InlineData("DELETE FROM audit_entries WHERE Number = 2", "entry 2: the entry is missing")]
    [InlineData("DELETE FROM audit_entries WHERE Number = 4", "entry 4: the end is missing: 4 entries were written")]
    [InlineData("UPDATE members SET State = replace(State, 'EndUser', 'Executive')", "entry 4: role/tenant-1-Uma in the database is not what was noted last")]
    [InlineData("DELETE FROM audit_entries; DELETE FROM audit_heads", "entry 0: role/tenant-1-Ada stands in the database and was never noted")]
    public async Task Tampering_is_named_with_the_engagement_and_the_entry(string tampering, string told)
    {
        await using var bot = await TestBot.Start();
        await Company.Found(bot);
        bot.Query(tampering);

        var (exitCode, _, error) = await Verify(bot);
        Assert.Equal(1, exitCode);
        Assert.Contains($"Broken: engagement {bot.Query("SELECT Id FROM engagements").Single()}, {told}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_that_was_cut_together_with_its_head_is_found_against_what_was_printed_before()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var printed = Path.Combine(Path.GetDirectoryName(bot.Database)!, "printed.txt");
        await File.WriteAllTextAsync(printed, (await Verify(bot)).Output, Cancel);
        await company.Owner.Says("report The server room is hot");
        await company.Owner.Sees("Have I understood it");
        Assert.Equal(0, (await Verify(bot, "--against", printed)).ExitCode);

        bot.Query("DELETE FROM audit_entries WHERE Number > 3; DELETE FROM pain_points; DELETE FROM members WHERE Person = 'tenant-1-Uma'");
        bot.Query("UPDATE audit_heads SET Count = 3, Hash = (SELECT Hash FROM audit_entries WHERE Number = 3)");
        Assert.Equal(0, (await Verify(bot)).ExitCode); // whoever may write everything can also lie about all of it
        var (exitCode, _, error) = await Verify(bot, "--against", printed);
        Assert.Equal(1, exitCode);
        Assert.Contains("entry 4: it is not the entry whose head was printed", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_database_or_nothing_printed_it_says_so_and_makes_none()
    {
        var missing = Path.Combine(Path.GetTempPath(), "roadmapbot-none.db");
        var (exitCode, _, error) = await CommandLine.Run("verify-log", $"--Storage:ConnectionString=Data Source={missing}");
        Assert.Equal(2, exitCode);
        Assert.Contains($"There is no database at {missing}", error, StringComparison.Ordinal);
        Assert.False(File.Exists(missing));
        Assert.Contains($"There is no file {missing}", (await CommandLine.Run("verify-log", "--against", missing)).Error, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> Verify(TestBot bot, params string[] more) =>
        CommandLine.Run(["verify-log", .. more, $"--Storage:ConnectionString=Data Source={bot.Database}"]);
}
