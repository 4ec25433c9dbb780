using System.Text.Json;
using System.Text.RegularExpressions;
using RoadmapBot.Analysis;

namespace RoadmapBot.Tests.Analysis;

/// <summary>What a model writes about answers stands in them, or it does not stand.</summary>
public sealed partial class ReceiptsCheckTests
{
    private const int Seed = 20261123;
    private static readonly ReceiptsCheck Check = new(Known.Library.Gaps.Lexicon.Reader);

    private const string Backups = "We back up to tape every night. The tapes are not tested. Henri restored 3 of 12 servers in 2025, and it cost us $4,500 with Veeam.";
    private const string Wifi = "The wifi drops every afternoon in the waiting room, and 30 people share 2 access points.";

    [Theory]
    [InlineData("We back up to tape every night, and the tapes are not tested.")]
    [InlineData("Nobody tests the tapes.")]
    [InlineData("Henri restored 3 of 12 servers in 2025 with Veeam.")]
    [InlineData("Three of twelve servers were restored; it cost $4,500.")]
    public void What_the_answer_says_may_stand(string sentence) => Assert.Empty(Check.Faults(sentence, [Backups], ["Restoring is never tested"]));

    [Theory]
    [InlineData("The tapes are tested every night.")]
    [InlineData("We do not back up to tape.")]
    [InlineData("Henri restored 4 of 12 servers.")]
    [InlineData("Henri restored 3 of 12 servers in 2024.")]
    [InlineData("Henri restored 12 of 3 tapes.")]
    [InlineData("Grace restored 3 of 12 servers.")]
    [InlineData("Henri restored 3 of 12 servers with Commvault.")]
    [InlineData("It cost us $45,000 with Veeam.")]
    [InlineData("It cost us €4,500 with Veeam.")]
    [InlineData("The tapes are stored offsite.")]
    [InlineData("All tapes are lost.")]
    [InlineData("Five people say that tapes are not tested.")]
    [InlineData("The wifi drops every afternoon.")]
    [InlineData("Tapes.")]
    [InlineData("")]
    [InlineData("We bаck up to tape every night.")]
    public void What_it_does_not_say_may_not(string sentence) => Assert.NotEmpty(Check.Faults(sentence, [Backups], ["Restoring is never tested"]));

    [Fact]
    public void Numbers_stay_with_what_they_count() => Assert.NotEmpty(Check.Faults("2 people share 30 access points in the waiting room.", [Wifi], []));

    [Fact]
    public void Every_answer_that_is_cited_has_to_do_with_it() => Assert.NotEmpty(Check.Faults("The wifi drops every afternoon.", [Wifi, Backups], []));

    [Fact]
    public void Nothing_cited_is_nothing_said() => Assert.NotEmpty(Check.Faults("The wifi drops every afternoon.", [], ["The wifi drops every afternoon."]));

    /// <summary>Sentences of the public cases, each as if a model had said it with its answer cited: as they are, and with one citation, number or name changed.</summary>
    [Fact]
    public void Of_many_honest_sentences_all_pass_and_of_many_changed_ones_none()
    {
        var answers = Known.CaseFiles.Concat(Directory.GetFiles(Known.SourceFile("Analysis", "Interviews", "dev"), "*.json").Order(StringComparer.Ordinal)).SelectMany(Answers).ToArray();
        var random = new Random(Seed);
        var (honest, changed, wrong) = (0, 0, new List<string>());
        foreach (var answer in answers)
        {
            foreach (var sentence in Sentence().Split(answer).Select(text => text.Trim()).Where(text => text.Split(' ').Length is > 5 and < 40))
            {
                var faults = Check.Faults(sentence, [answer], []);
                if (faults is ["It says nothing."])
                    continue; // "They are on the other floor."
                if (faults.Count > 0)
                    wrong.Add($"refused: {sentence} ({faults[0]})");
                honest++;
                foreach (var mutant in Mutants(sentence, answer, answers, random))
                {
                    changed++;
                    if (Check.Faults(mutant.Sentence, [mutant.Cited], []).Count == 0)
                        wrong.Add($"passed: {mutant.Sentence} [{mutant.Cited[..Math.Min(80, mutant.Cited.Length)]}]");
                }
            }
        }

        Assert.True(honest >= 200, $"{honest} honest sentences");
        Assert.True(changed >= 500, $"{changed} changed sentences");
        Assert.True(wrong.Count == 0, $"seed {Seed}, {honest} honest, {changed} changed, {wrong.Count} wrong:\n{string.Join('\n', wrong.Take(20))}");
    }

    private static IEnumerable<(string Sentence, string Cited)> Mutants(string sentence, string answer, string[] answers, Random random)
    {
        for (var swap = 0; swap < 2; swap++)
        {
            if (answers[random.Next(answers.Length)] is var other && other != answer && !other.Contains(sentence, StringComparison.OrdinalIgnoreCase))
                yield return (sentence, other);
        }

        if (Number().Match(sentence) is { Success: true } number && $"{random.Next(13, 9999)}" is var another && !answer.Contains(another, StringComparison.Ordinal))
            yield return (sentence[..number.Index] + another + sentence[(number.Index + number.Length)..], answer);
        string[] names = ["Contoso", "Fabrikam", "Okafor", "Splunk", "Zürich", "Proxmox"];
        if (Name().Match(sentence) is { Success: true } name)
            yield return (sentence[..name.Index] + names[random.Next(names.Length)] + sentence[(name.Index + name.Length)..], answer);
        else
            yield return (sentence.TrimEnd('.') + $", says {names[random.Next(names.Length)]}", answer);
    }

    private static IEnumerable<string> Answers(string path)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(path));
        return [.. read.RootElement.GetProperty("stakeholders").EnumerateArray().SelectMany(one => one.GetProperty("answers").EnumerateArray()).Select(one => one.GetProperty("text").GetString()!)];
    }

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<![\w.,])\d+(?![\w.,]*\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[a-z,] )[A-Z][a-z]{2,}")]
    private static partial Regex Name();
}
