using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Execution;

namespace RoadmapBot.Roadmaps.Questions;

/// <summary><c>ask</c>: a question about the roadmap, answered from what the person may see of it. Questions are kept nowhere.</summary>
internal sealed class QuestionHandler(RoadmapReader reader, IProgressStore progress, InitiativeLibrary library, IChannel channel, TimeProvider time)
{
    public async Task<Answer> Ask(Turn turn, string text, Membership seat, CancellationToken cancel)
    {
        if (await reader.Latest(turn, seat, cancel) is not { } view)
            return new Answer.Tell(Rights.MaySeePlan(seat.Member) ? QuestionsTexts.NoRoadmap : RoadmapsTexts.NotYet);
        if (text.Length > Question.Longest)
            return new Answer.Tell(QuestionsTexts.TooLong.With(Question.Longest));
        if (text.Length == 0)
            return Say(turn, FindingCard.Invite(view));
        var (question, answerer) = (Question.Read(text), await For(view, cancel));
        return answerer.IsOutOfSight(question) ? new Answer.Tell(RoadmapsTexts.NotYours) : Say(turn, FindingCard.Render(view, answerer.Answer(question)));
    }

    /// <summary>Words that are no command, said while nothing else is under way: answered where they ask something that the roadmap says.</summary>
    /// <returns>Null where they do not, so that they can still become a report.</returns>
    public async Task<Answer?> TryAnswer(Turn turn, string text, Membership seat, CancellationToken cancel)
    {
        if (!turn.In.IsPersonal || !Question.IsAsked(text) || await reader.Latest(turn, seat, cancel) is not { } view)
            return null;
        var (question, answerer) = (Question.Read(text), await For(view, cancel));
        return !answerer.IsOutOfSight(question) && answerer.Answer(question) is { IsSilent: false } finding ? new Answer.Show(FindingCard.Render(view, finding)) : null;
    }

    private async Task<Answerer> For(RoadmapView view, CancellationToken cancel) =>
        new(view, await progress.Of(view.Engagement.Id, cancel), view.Engagement.Today(time.GetUtcNow()), library.Gaps.Lexicon);

    /// <summary>A group reads along: the answer goes to the one who asks, without quotes.</summary>
    private Answer Say(Turn turn, AdaptiveCard card)
    {
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }
}
