using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RoadmapBot.Campaign;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Teams;

namespace RoadmapBot.Storage;

internal sealed class CampaignStore(RoadmapBotDb db) : ICampaignStore
{
    public async Task<CampaignBook> Of(EngagementId engagement, CancellationToken cancel) =>
        (await db.Campaigns.FindAsync([engagement], cancel))?.State ?? CampaignBook.Empty(engagement);

    public void Save(CampaignBook book)
    {
        if (db.Campaigns.Local.FirstOrDefault(row => row.Engagement == book.Engagement) is { } row)
            row.State = book;
        else
            db.Campaigns.Add(new CampaignRow { Engagement = book.Engagement, State = book });
    }
}

/// <summary>What the bot knows of its chats with people.</summary>
internal sealed class ReachStore(RoadmapBotDb db, IOptions<TeamsOptions> teams) : IReach
{
    /// <summary>Teams' own form of a link into a chat; there it also offers to install the app.</summary>
    public string? Link => teams.Value.AppId is { Length: > 0 } app ? $"https://teams.microsoft.com/l/chat/0/0?users=28:{app}" : null;

    public async Task<IReadOnlyDictionary<PersonId, Reach>> Of(TenantId tenant, IReadOnlyCollection<PersonId> people, CancellationToken cancel)
    {
        var chats = await db.Chats.AsNoTracking().Where(chat => chat.Tenant == tenant && chat.Person != null).Select(chat => new { chat.Person, chat.IsOpen }).ToListAsync(cancel);
        var open = chats.GroupBy(chat => chat.Person!.Value).ToDictionary(mine => mine.Key, mine => mine.Any(chat => chat.IsOpen));
        return people.ToDictionary(person => person, person => !open.TryGetValue(person, out var isOpen) ? Reach.NoChat : isOpen ? Reach.Open : Reach.Closed);
    }
}
