using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Campaign.Coverage;

/// <summary><c>coverage</c>: who is heard on what. Names are for owners, in their own chat.</summary>
internal sealed class CoverageHandler(ICampaignStore store, CampaignReader reader, IRoadmapStore roadmaps, Questions questions, IChannel channel)
{
    public const string Prefix = "coverage";

    private const int MostBest = 3;

    public async Task<Answer> Show(Turn turn, Membership seat, CancellationToken cancel)
    {
        var card = CoverageCard.Render(await View(seat, await store.Of(seat.Engagement.Id, cancel), cancel));
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MayManage(seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        if (!turn.In.IsPersonal)
            return new Answer.Refuse(CampaignTexts.OnlyPersonal);
        var book = await store.Of(seat.Engagement.Id, cancel);
        var view = await View(seat, book, cancel);
        switch (verb)
        {
            case CoverageCard.Verb:
                return new Answer.Show(CoverageCard.Render(view));
            case CoverageCard.MissingVerb:
                return new Answer.Show(CoverageCard.AllMissing(view, CoverageCard.Read(data).Page));
            case CoverageCard.RoleVerb:
                var (role, page, from) = CoverageCard.Read(data);
                return CoverageRules.Of(view.Of.People).FirstOrDefault(one => one.Role == role) is { } coverage
                    ? new Answer.Show(CoverageCard.OfRole(view with { Guide = questions.Guides.For(coverage.Role) }, coverage, page, from))
                    : new Answer.Refuse(EngagementsTexts.NotThere);
            case SampleCard.Verb:
                return new Answer.Show(SampleCard.Render(view.Of, SampleCard.Page(data)));
            case SampleCard.SaveVerb:
                var (sizes, typed, faults) = SampleCard.Read(data);
                if (faults.Count > 0)
                    return new Answer.Show(SampleCard.Render(view.Of, 0, typed, faults));
                store.Save(book with { Sizes = sizes });
                return new Answer.Show(SampleCard.Render(view.Of with { Book = book with { Sizes = sizes } }, 0));
            default:
                return new Answer.Refuse(EngagementsTexts.UnknownButton);
        }
    }

    private async Task<CoverageView> View(Membership seat, CampaignBook book, CancellationToken cancel)
    {
        var view = await reader.View(seat, book, cancel);
        var roadmap = await roadmaps.Latest(seat.Engagement.Id, cancel);
        var best = roadmap is null || !Rights.MayManage(seat.Member) ? [] : NextBest.Of(roadmap, questions.Guides, [.. view.People.Where(person => person.Member.Person != seat.Member.Person)], book.Passes, MostBest);
        return new CoverageView(view, null, roadmap, best);
    }
}
