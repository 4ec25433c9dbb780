using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Reviews;

/// <summary><c>kpi</c>: what success is measured by, chosen by an owner, and the readings of those who measure.</summary>
internal sealed class KpiHandler(RoadmapReader reader, IKpiStore store, InitiativeLibrary library, IChannel channel, TimeProvider time)
{
    public const string Prefix = "kpi";

    /// <param name="lines">Readings that came with the command, a line each; empty for none.</param>
    public async Task<Answer> Show(Turn turn, string lines, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MaySeePlan(seat.Member))
            return new Answer.Refuse(RoadmapsTexts.NotYours);
        if (await View(turn, seat, cancel) is not { } view)
            return new Answer.Tell(KpiTexts.NoRoadmap);
        return lines.Length == 0 ? Say(turn, KpiListCard.Render(view)) : view.MayMeasure ? Take(turn, lines, view, isSure: false) : new Answer.Refuse(KpiTexts.MayNotMeasure);
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MaySeePlan(seat.Member) || await View(turn, seat, cancel) is not { } view)
            return new Answer.Refuse(RoadmapsTexts.NotYours);
        switch (verb)
        {
            case KpiListCard.Verb:
                return Say(turn, KpiListCard.Render(view));
            case PasteForm.Verb or PasteForm.TakeVerb or PasteForm.SureVerb or ReadingForm.Verb or ReadingForm.NoteVerb or ReadingForm.SureVerb when !view.MayMeasure:
                return new Answer.Refuse(KpiTexts.MayNotMeasure);
            case PasteForm.Verb:
                return Say(turn, PasteForm.Render(view, null));
            case PasteForm.TakeVerb or PasteForm.SureVerb:
                return PasteForm.Read(data) is { } lines ? Take(turn, lines, view, verb == PasteForm.SureVerb) : Say(turn, PasteForm.Render(view, null, KpiTexts.PasteMissing));
            case ChooseKpiForm.Verb or KpiForm.Verb or KpiForm.SaveVerb or KpiForm.DropVerb:
                return view.MayChoose ? Say(turn, Choose(turn, verb, data, view)) : new Answer.Refuse(EngagementsTexts.OwnersOnly);
        }

        if (view.Book.Find(data.Text(KpiView.Kpi)) is not { } kpi)
            return new Answer.Refuse(KpiTexts.Gone);
        return Say(turn, verb switch
        {
            ReadingForm.Verb => ReadingForm.Render(view, view.Story(kpi), CardData.Empty, null),
            ReadingForm.NoteVerb or ReadingForm.SureVerb => Note(turn, data, view, kpi, verb == ReadingForm.SureVerb),
            _ => KpiCard.Render(view, view.Story(kpi)),
        });
    }

    private AdaptiveCard Choose(Turn turn, string verb, CardData data, KpiView view)
    {
        var id = data.Text(KpiView.Kpi) ?? "";
        if (verb == ChooseKpiForm.Verb || (view.Of.Plan.Kpis.FirstOrDefault(kpi => kpi.Id == id) ?? library.Kpis.GetValueOrDefault(id)) is not { } kpi)
            return ChooseKpiForm.Render(view, library.Kpis.Values);
        if (verb == KpiForm.Verb)
            return KpiForm.Render(view, kpi, CardData.Empty, null);
        if (verb == KpiForm.DropVerb)
        {
            store.Save(view.Book.Without(id));
            return KpiListCard.Render(view with { Book = view.Book.Without(id) });
        }

        var (chosen, fault) = KpiForm.Read(data, kpi, turn.From, view.Now);
        if (chosen is null)
            return KpiForm.Render(view, kpi, data, fault);
        var after = view with { Book = view.Book.With(chosen) };
        store.Save(after.Book);
        return KpiCard.Render(after, after.Story(chosen), KpiTexts.Chosen);
    }

    private AdaptiveCard Note(Turn turn, CardData data, KpiView view, ChosenKpi kpi, bool isSure)
    {
        var (reading, fault, isAsked) = ReadingForm.Read(data, view.Story(kpi), isSure, turn.From, view.Now);
        if (reading is null)
            return ReadingForm.Render(view, view.Story(kpi), data, fault, isAsked);
        var after = view with { Book = view.Book.With([reading]) };
        store.Save(after.Book);
        return KpiCard.Render(after, after.Story(kpi), KpiTexts.Noted);
    }

    private Answer Take(Turn turn, string lines, KpiView view, bool isSure)
    {
        if (lines.Length > PasteForm.Longest)
            return Say(turn, PasteForm.Render(view, null, KpiTexts.PasteTooLong.With(PasteForm.Longest)));
        var came = PastedReadings.Read(lines, view.Book, view.Of.Engagement, isSure, turn.From, view.Now);
        var after = view with { Book = view.Book.With(came.Taken) };
        if (came.Taken.Count > 0)
            store.Save(after.Book);
        return Say(turn, PasteForm.Render(after, came));
    }

    private async Task<KpiView?> View(Turn turn, Membership seat, CancellationToken cancel) =>
        await reader.InForce(turn, seat, cancel) is { } view ? new KpiView(view, await store.Of(seat.Engagement.Id, cancel), time.GetUtcNow()) : null;

    /// <summary>Figures of the organisation are for those who plan, wherever the person asks.</summary>
    private Answer Say(Turn turn, AdaptiveCard card)
    {
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }
}
