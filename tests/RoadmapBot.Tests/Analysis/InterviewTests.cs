using System.Text.Json;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Classifying;

namespace RoadmapBot.Tests.Analysis;

/// <summary>
/// Interviews written by people who knew the titles of the gaps and neither signals nor examples, each answer labelled with what it shows ("also" is accepted, not
/// demanded). <c>dev</c> may be looked at while the catalogue is mended; <c>hold</c> (figurative) and <c>style</c> (plain) are for measuring only.
/// </summary>
public sealed class InterviewTests(ITestOutputHelper output)
{
    private sealed record Answer(Example Said, string[] Also);

    [Theory]
    [InlineData("dev", 0.70, 0.47)]
    [InlineData("hold", 0.58, 0.22)]
    [InlineData("style", 0.74, 0.53)]
    public void Gaps_are_read_from_interviews_that_nothing_was_learned_from(string folder, double precision, double recall)
    {
        var answers = Directory.GetFiles(Known.SourceFile("Analysis", "Interviews", folder), "*.json").SelectMany(AnswersOf).ToArray();
        var (right, accepted, wrong, demanded, alarms) = (0, 0, 0, answers.Sum(answer => answer.Said.Gaps.Count), 0);
        foreach (var answer in answers)
        {
            var found = GapFinder.Find(Known.Catalogue, Learner.HearingOf(Known.Catalogue, answer.Said)).Select(finding => finding.Entry.Id).ToArray();
            right += found.Count(answer.Said.Gaps.Contains);
            accepted += found.Count(answer.Also.Contains);
            wrong += found.Count(gap => !answer.Said.Gaps.Contains(gap) && !answer.Also.Contains(gap));
            alarms += found.Length > 0 && answer.Said.Gaps.Count + answer.Also.Length == 0 ? 1 : 0;
        }
        var (exact, reached) = ((right + accepted) / (double)(right + accepted + wrong), right / (double)demanded);
        output.WriteLine($"{folder}: {answers.Length} answers, precision {exact:p0}, recall {reached:p0}; {alarms} of {answers.Count(answer => answer.Said.Gaps.Count + answer.Also.Length == 0)} answers without a gap show one");
        Assert.True(exact >= precision && reached >= recall, $"precision {exact:p0}, recall {reached:p0}");
    }

    private static IEnumerable<Answer> AnswersOf(string file)
    {
        using var interview = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var person in interview.RootElement.GetProperty("stakeholders").EnumerateArray())
            foreach (var answer in person.GetProperty("answers").EnumerateArray())
                yield return new Answer(
                    new Example(List(answer, "shows"), Known.RoleOf(person.GetProperty("role").GetString()!), answer.GetProperty("topic").GetString()!, answer.GetProperty("text").GetString()!),
                    List(answer, "also"));
    }

    private static string[] List(JsonElement answer, string name) => answer.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}
