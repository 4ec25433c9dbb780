using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints;

/// <summary>A pain point from one sentence: kept at once, then shown as understood.</summary>
internal sealed class PainPointHandler(IPainPointStore points, IChatStateStore chats, PainKinds kinds, IChannel channel, TimeProvider time)
{
    public const string Prefix = "pain";

    private const int Shortest = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Teams delivers what it had no answer to again under a new id, within a minute.</summary>
    private static readonly TimeSpan Redelivery = TimeSpan.FromMinutes(1);

    /// <summary><c>report</c>, with or without its sentence.</summary>
    public async Task<Answer> Report(Turn turn, string text, Membership seat, CancellationToken cancel)
    {
        var state = await chats.Find(turn.In, cancel);
        if (text.Length < Shortest)
        {
            if (!turn.In.IsPersonal)
                return new Answer.Tell(PainPointsTexts.AskInGroup);
            chats.Save(state with { Awaits = Awaited.PainPoint, Until = time.GetUtcNow() + Patience });
            return new Answer.Tell(PainPointsTexts.Ask);
        }

        if (state.Awaits is not null)
            chats.Save(state with { Awaits = null, Until = null });
        var id = PainPointId.For(seat.Engagement.Id, turn.From.Id, text);
        var point = await points.Find(id, cancel);
        if (point is { State: PainPointState.Reported } && point.In == turn.In.Thread && turn.At - point.At <= Redelivery)
            return Answer.Nothing;
        if (point is null or { State: PainPointState.TakenBack })
        {
            point = new PainPoint(
                id, seat.Engagement.Id, turn.From.Id, seat.Member.Department, text, kinds.Classify(text).Id, null, null, PainPointState.Reported, turn.At, turn.In.Thread);
            if (turn.What is Happening.Said said)
                point = point with { Message = turn.Id, IsAsked = said.Text == text };
            points.Save(point);
        }

        return Show(turn, point, new Answer.Tell(PainPointsTexts.KeptInGroup));
    }

    /// <summary>A message was edited or deleted; where it held a pain point, that is changed, or taken back.</summary>
    /// <param name="report">The sentence of a message that is a report; null where it is none, or gone.</param>
    /// <param name="plain">The text of a message that is no command; null where it is one, or gone.</param>
    /// <returns>Null where the message held none.</returns>
    public async Task<Answer?> Amend(Turn turn, string message, string? report, string? plain, CancellationToken cancel)
    {
        if (await points.Find(turn.In.Thread, message, cancel) is not { } point || point.By != turn.From.Id)
            return null;
        var text = report ?? (point.IsAsked ? plain : null) ?? "";
        if (text == point.Text)
            return Answer.Nothing;
        var withdrawn = point with { State = PainPointState.TakenBack, Text = "", Message = null };
        points.Save(withdrawn);
        if (text.Length < Shortest)
            return Show(turn, withdrawn, Answer.Nothing);

        // Other words are another pain point: its id is made from them.
        var id = PainPointId.For(point.Engagement, point.By, text);
        var same = await points.Find(id, cancel);
        var amended = same is null or { State: PainPointState.TakenBack } ? point with { Id = id, Text = text, Kind = kinds.Classify(text).Id, State = PainPointState.Reported } : same;
        if (amended != same)
            points.Save(amended);
        return Show(turn, amended, Answer.Nothing);
    }

    /// <param name="here">What is said in a group, where the card with the words goes to the person alone.</param>
    private Answer Show(Turn turn, PainPoint point, Answer here)
    {
        if (turn.In.IsPersonal)
            return new Answer.Show(PainPointCard.Render(point, kinds));
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(PainPointCard.Render(point, kinds)));
        return here;
    }

    /// <summary>A typed text, where the bot has just asked for a pain point.</summary>
    /// <returns>Null where it has not.</returns>
    public async Task<Answer?> TryReport(Turn turn, string text, Membership seat, CancellationToken cancel) =>
        await chats.Find(turn.In, cancel) is { Awaits: Awaited.PainPoint, Until: { } until } && until > time.GetUtcNow()
            ? await Report(turn, text, seat, cancel)
            : null;

    /// <summary>The person does something else than say the pain point that was asked for.</summary>
    /// <returns>False where none was awaited.</returns>
    public async Task<bool> StopWaiting(Turn turn, CancellationToken cancel)
    {
        var state = await chats.Find(turn.In, cancel);
        if (state.Awaits is not Awaited.PainPoint)
            return false;
        chats.Save(state with { Awaits = null, Until = null });
        return state.Until > time.GetUtcNow();
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (await points.Find(PainPointCard.ReadId(data), cancel) is not { } point || point.Engagement != seat.Engagement.Id || point.By != turn.From.Id)
            return new Answer.Refuse(EngagementsTexts.NotThere);
        var (kind, often, reach) = PainPointCard.Read(data);
        var after = verb switch
        {
            PainPointCard.ConfirmVerb when point.State is not PainPointState.TakenBack => point with
            {
                State = PainPointState.Confirmed,
                Kind = kind is null ? point.Kind : kinds.Find(kind).Id,
                Often = often ?? point.Often,
                Reach = reach ?? point.Reach,
            },
            PainPointCard.WithdrawVerb => point with { State = PainPointState.TakenBack, Text = "", Message = null },
            _ => point,
        };
        if (after != point)
            points.Save(after);
        return new Answer.Show(PainPointCard.Render(after, kinds));
    }
}
