using RoadmapBot.Engagements;
using RoadmapBot.PainPoints.Anonymous;

namespace RoadmapBot.Storage;

internal sealed class AnonymousStore(RoadmapBotDb db) : IAnonymousStore
{
    public async Task<AnonymousBox> Box(EngagementId engagement, CancellationToken cancel) =>
        (await db.AnonymousBoxes.FindAsync([engagement], cancel))?.State ?? AnonymousBox.Empty(engagement);

    public async Task<Envelopes> Envelopes(EngagementId engagement, CancellationToken cancel) =>
        (await db.Envelopes.FindAsync([engagement], cancel))?.State ?? new Envelopes(engagement, []);

    public void Save(AnonymousBox box)
    {
        if (db.AnonymousBoxes.Local.FindEntry(box.Engagement) is { } entry)
            entry.Entity.State = box;
        else
            db.AnonymousBoxes.Add(new AnonymousBoxRow { Engagement = box.Engagement, State = box });
    }

    public void Save(Envelopes envelopes)
    {
        if (db.Envelopes.Local.FindEntry(envelopes.Engagement) is { } entry)
            entry.Entity.State = envelopes;
        else
            db.Envelopes.Add(new EnvelopesRow { Engagement = envelopes.Engagement, State = envelopes });
    }
}
