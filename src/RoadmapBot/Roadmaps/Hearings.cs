using System.Security.Cryptography;
using System.Text.Json;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Support;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>What was said in an engagement, as the analyst wants it: a voice is a person's id, a statement a question's id.</summary>
internal static class Hearings
{
    public static Testimony Of(Engagement engagement, IReadOnlyList<Member> members, IReadOnlyList<Interview> interviews, IReadOnlyList<PainPoint> points, AnonymousBox anonymous) => new(
        engagement.Organisation,
        engagement.Objectives,
        [
            .. from interview in interviews
               join member in members on interview.Person equals member.Person
               orderby interview.Person.Value
               select new Voice(
                   interview.Person.Value, member.Role, UnknownRules.NameOf(member.Role), member.Department,
                   [.. interview.Answers.SelectMany(Statements)],
                   [.. interview.Answers.Where(given => given.Text is null).Select(given => given.Asked)]),
        ],
        [
            .. points.Select(point => new PainStatement(point.Id.Value, point.Text, point.Department)),
            .. anonymous.Shown.Select(point => new PainStatement(point.Id.Value, point.Text, anonymous.BatchOf(point).Department)),
        ])
    {
        Assets = engagement.AssetList is { } list ? AssetList.Read(list) : AssetSheet.None,
    };

    public static Source SourceOf(Testimony testimony, PlanningFrame frame) => new(
        testimony.Voices.Count(voice => voice.Statements.Count > 0),
        testimony.Voices.Sum(voice => voice.Statements.Count),
        testimony.PainPoints.Count,
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((object[])[testimony, frame]))));

    /// <summary>The questions behind all receipts: a short answer means little without them.</summary>
    public static IReadOnlyDictionary<string, string> Asked(Testimony testimony, GapAnalysis analysis, Plan plan)
    {
        var cited = analysis.Gaps.SelectMany(gap => gap.Evidence)
            .Concat(analysis.Contradictions.SelectMany(contradiction => contradiction.Evidence))
            .Concat(plan.Initiatives.SelectMany(initiative => initiative.Cost.Evidence.Concat(initiative.Return.Evidence)))
            .Concat(analysis.Checks.SelectMany(check => check.Points).SelectMany(point => point.Evidence))
            .Concat(analysis.Support.Dates.SelectMany(date => date.Evidence))
            .Concat(analysis.Lessons.Select(lesson => lesson.Receipt))
            .Select(receipt => receipt.Statement).ToHashSet(StringComparer.Ordinal);
        return testimony.Voices.SelectMany(voice => voice.Statements).Where(statement => cited.Contains(statement.Id))
            .DistinctBy(statement => statement.Id).ToDictionary(statement => statement.Id, statement => statement.Topic);
    }

    /// <summary>Whether the quoted words are still what was said: answers are changed, and pain points taken back.</summary>
    public static bool Stands(Testimony said, Receipt receipt)
    {
        if (receipt.IsErased)
            return false;
        if (receipt.IsAsset)
            return said.Assets.Assets.Any(asset => asset.Receipt() == receipt);
        var text = Author(receipt) is { } author
            ? said.Voices.FirstOrDefault(voice => voice.Id == author.Value)?.Statements.FirstOrDefault(statement => statement.Id == receipt.Statement)?.Text
            : said.PainPoints.FirstOrDefault(point => point.Id == receipt.Statement)?.Text;
        return text is not null && text.Contains(receipt.Quote, StringComparison.Ordinal);
    }

    /// <summary>Whether everything that was said then is still said; there may be more.</summary>
    public static bool Holds(Testimony now, Testimony then) =>
        then.Voices.All(voice => now.Voices.FirstOrDefault(one => one.Id == voice.Id) is { } same
            && voice.Statements.All(statement => same.Statements.FirstOrDefault(one => one.Id == statement.Id)?.Text.StartsWith(statement.Text, StringComparison.Ordinal) is true))
        && then.PainPoints.All(point => now.PainPoints.Any(one => one.Id == point.Id && one.Text == point.Text));

    /// <summary>The person behind a receipt; null for a pain point, for a row of the asset list and for erased words.</summary>
    public static PersonId? Author(Receipt receipt) => receipt.Voice.Length == 0 || receipt.IsAsset || receipt.IsErased ? null : new PersonId(receipt.Voice);

    /// <summary>What was said to the follow-up questions belongs to the answer: "three weeks" means nothing by itself.</summary>
    private static IEnumerable<Statement> Statements(Given given)
    {
        string[] said = [.. given.Followups.Select(followup => followup.Text).Prepend(given.Text).OfType<string>()];
        return said.Length == 0 ? [] : [new Statement(given.Question.Value, given.Asked, string.Join('\n', said))];
    }
}
