using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints.Anonymous;

namespace RoadmapBot.PainPoints;

/// <summary>A pain point from one sentence: kept at once, then shown as understood.</summary>
internal sealed class PainPointHandler(IPainPointStore points, IChatStateStore chats, PainKinds kinds, IChannel channel, RelayHandler relay)
{
    public const string Prefix = "pain";

    /// <summary>After <c>report</c>: the words that follow are kept without a name.</summary>
    private const string Nameless = "anonymously";

    private const int Shortest = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Teams delivers what it had no answer to again under a new id, within a minute.</summary>
    private static readonly TimeSpan Redelivery = TimeSpan.FromMinutes(1);

    /// <summary><c>report</c>, with or without its sentence.</summary>
    public async Task<Answer> Report(Turn turn, string text, Membership seat, CancellationToken cancel)
    {
        if (WithoutName(text) is { } words)
            return await ReportAnonymously(turn, words, seat, cancel);
        var state = await chats.Find(turn.In, cancel);
        if (text.Length < Shortest)
        {
            if (!turn.In.IsPersonal)
                return new Answer.Tell(PainPointsTexts.AskInGroup);
            chats.Save(state with { Awaits = Awaited.PainPoint, Until = turn.At + Patience });
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
        await chats.Find(turn.In, cancel) is { Awaits: { } awaited, Until: { } until } && until > turn.At
            ? awaited is Awaited.AnonymousPainPoint ? await ReportAnonymously(turn, text, seat, cancel) : await Report(turn, text, seat, cancel)
            : null;

    /// <summary>The person does something else than say the pain point that was asked for.</summary>
    /// <returns>False where none was awaited.</returns>
    public async Task<bool> StopWaiting(Turn turn, CancellationToken cancel)
    {
        var state = await chats.Find(turn.In, cancel);
        if (state.Awaits is null)
            return false;
        chats.Save(state with { Awaits = null, Until = null });
        return state.Until > turn.At;
    }

    /// <summary>Whether what follows <c>report</c> is to be kept without a name: then it is never an answer to a question, and never kept with one.</summary>
    /// <returns>The words; null where it is an ordinary report.</returns>
    public static string? WithoutName(string text) =>
        text.StartsWith(Nameless, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(text.ElementAtOrDefault(Nameless.Length))
            ? text[Nameless.Length..].TrimStart(' ', ':', '\t', '\n').TrimEnd()
            : null;

    private async Task<Answer> ReportAnonymously(Turn turn, string text, Membership seat, CancellationToken cancel)
    {
        if (!turn.In.IsPersonal)
            return new Answer.Tell(PainPointsTexts.AnonymousInGroup);
        var isAsked = text.Length < Shortest;
        var state = await chats.Find(turn.In, cancel);
        if (isAsked || state.Awaits is not null)
            chats.Save(state with { Awaits = isAsked ? Awaited.AnonymousPainPoint : null, Until = isAsked ? turn.At + Patience : null });
        return isAsked ? new Answer.Tell(PainPointsTexts.AnonymousAsk) : new Answer.Show(await relay.Report(turn, text, null, seat, cancel));
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (await points.Find(PainPointCard.ReadId(data), cancel) is not { } point || point.Engagement != seat.Engagement.Id || point.By != turn.From.Id)
            return new Answer.Refuse(EngagementsTexts.NotThere);
        var (kind, often, reach) = PainPointCard.Read(data);
        if (verb == PainPointCard.AnonymousVerb && point.State is PainPointState.Reported)
        {
            points.Remove(point);
            channel.Send(turn.In, Reply.Of(await relay.Report(turn, point.Text, kind is null ? point.Kind : kinds.Find(kind).Id, seat, cancel)));
            return new Answer.Show(PainPointCard.Nameless);
        }

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
