using Microsoft.Extensions.Options;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Privacy;

/// <summary>What is kept about me: to see, to take along, to have erased. In personal chat only, and never about anybody else.</summary>
internal sealed class MyDataHandler(IPersonalDataStore store, IAuditLog audit, IChannel channel, IOptions<PrivacyOptions> options)
{
    public const string Prefix = "mydata";

    public async Task<Answer> Show(Turn turn, CancellationToken cancel) =>
        turn.In.IsPersonal ? Show(await store.Find(turn.From, cancel)) : new Answer.Tell(PrivacyTexts.OnlyPersonal);

    public async Task<Answer> Press(Turn turn, string verb, CancellationToken cancel)
    {
        if (!turn.In.IsPersonal)
            return new Answer.Refuse(PrivacyTexts.OnlyPersonal);
        var kept = await store.Find(turn.From, cancel);
        switch (verb)
        {
            case MyDataCard.ShowVerb:
                return Show(kept);
            case MyDataCard.ExportVerb:
                var document = Export.Of(kept);
                var parts = Export.Parts(document);
                foreach (var one in kept.Engagements)
                    audit.Note(one.Engagement.Id, AuditKind.Export, turn.From.Id, Prefix, document);
                foreach (var part in parts)
                    channel.Send(turn.In, new Reply(part, null, PrivacyTexts.ExportSummary));
                return new Answer.Tell(parts.Count.Of(PrivacyTexts.ExportedOne, PrivacyTexts.ExportedMany));
            case MyDataCard.AskVerb:
            case MyDataCard.EraseVerb when kept.ToHandOver.Count > 0:
                return new Answer.Show(MyDataCard.Ask(kept));
            case MyDataCard.EraseVerb:
                await store.Erase(turn.From, cancel);
                return new Answer.Show(MyDataCard.Erased());
            default:
                return new Answer.Refuse(EngagementsTexts.UnknownButton);
        }
    }

    private Answer.Show Show(Kept kept) => new(MyDataCard.Render(kept, options.Value.RetentionMonths));
}
