using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.LanguageModel;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Writing;

/// <summary>
/// Has a model word a draft that the rules have made. The draft is complete without it: whatever fails, is refused or takes too long keeps the rules'
/// words, item by item, and everything together has an end.
/// </summary>
internal sealed class DraftWriter(Model model, InitiativeLibrary library)
{
    private readonly ReceiptsCheck _check = new(library.Gaps.Lexicon.Reader);

    /// <returns>Null where no model is configured.</returns>
    public async Task<Written?> Write(
        Engagement engagement, IReadOnlyList<Member> members, PersonId by, Testimony testimony, GapAnalysis analysis, Plan plan, DraftNews? news, CancellationToken cancel)
    {
        if (!model.IsOn)
            return null;
        var work = Write(new Pen(
            model, _check, new Spender(engagement.Tenant.Value, engagement.Id.Value, by.Value), new Mask(members.Select(member => member.Name)), model.Options.DraftLimit, news), testimony, analysis, plan, cancel);
        return await (news?.While(work, cancel) ?? work);
    }

    private static async Task<Written> Write(Pen pen, Testimony testimony, GapAnalysis analysis, Plan plan, CancellationToken cancel)
    {
        var initiatives = new InitiativeWriter(pen).Word(analysis, plan, cancel);
        var summary = new SummaryWriter(pen).Word(analysis, plan, cancel);
        var reader = new AnswerReader(pen, analysis.Gaps, Cited(testimony, analysis));
        var notes = await reader.Notes(cancel);
        if (reader.Portions > 1)
            notes = await new GapWriter(pen, reader).Merge(analysis.Gaps, notes, cancel);
        var gaps = notes.GroupBy(note => note.Gap).Select(ofGap => new GapWords(ofGap.Key, [.. ofGap.DistinctBy(note => note.Text).Select(reader.SentenceOf)])).ToArray();
        pen.Is(WritingTexts.Rest);
        var (worded, told) = (await initiatives, await summary);
        ModelMeter.Refused(pen.Refused);
        var isEmpty = gaps.Length + worded.Count + told.Count == 0;
        return new Written(isEmpty && pen.Refused > 0 && pen.Reach is not Reach.Spent ? Reach.Refused : pen.Reach, gaps, worded, told, pen.Refused, pen.Calls);
    }

    /// <summary>The answers and pain points behind gaps, in an order that does not tell who spoke when.</summary>
    private static CitedAnswer[] Cited(Testimony testimony, GapAnalysis analysis)
    {
        var cited = analysis.Gaps.SelectMany(gap => gap.Evidence).Where(receipt => !receipt.IsAsset).Select(receipt => (receipt.Voice, receipt.Statement)).ToHashSet();
        var said = testimony.Voices.SelectMany(voice => voice.Statements.Select(one => (Voice: voice.Id, Statement: one.Id, Question: one.Topic, one.Text)))
            .Concat(testimony.PainPoints.Select(point => (Voice: "", Statement: point.Id, Question: "", point.Text)));
        return [.. said.Where(one => cited.Contains((one.Voice, one.Statement))).OrderBy(one => one.Question, StringComparer.Ordinal).ThenBy(one => one.Text, StringComparer.Ordinal)
            .Select((one, index) => new CitedAnswer($"A{index + 1}", one.Question, one.Text, one.Voice, one.Statement))];
    }
}
