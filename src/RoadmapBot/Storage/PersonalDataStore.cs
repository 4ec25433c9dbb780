using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Privacy;

namespace RoadmapBot.Storage;

internal sealed class PersonalDataStore(RoadmapBotDb db, IAuditLog audit) : IPersonalDataStore
{
    /// <summary>A card shows the beginning of a long text; this much of it is looked for.</summary>
    private const int Needle = 40;

    public async Task<Kept> Find(Person person, CancellationToken cancel)
    {
        var seats = new List<KeptIn>();
        foreach (var (engagement, member) in await Seats(person, cancel))
        {
            var others = await db.Members.AsNoTracking().Where(row => row.Engagement == engagement.Id && row.Person != person.Id).Select(row => row.State).ToListAsync(cancel);
            var points = await db.PainPoints.AsNoTracking().Where(row => row.Engagement == engagement.Id).OrderBy(row => row.At).ToListAsync(cancel);
            var rounds = await db.ScoringRounds.AsNoTracking().Where(row => row.Engagement == engagement.Id).OrderBy(row => row.Number).ToListAsync(cancel);
            var roadmaps = await db.Roadmaps.AsNoTracking().Where(row => row.Engagement == engagement.Id).OrderBy(row => row.Number).ToListAsync(cancel);
            seats.Add(new KeptIn(
                engagement.State,
                member.State,
                others.Count,
                member.State.IsOwner && !others.Any(other => other.IsOwner),
                (await db.Interviews.FindAsync([engagement.Id, person.Id], cancel))?.State,
                [.. points.Select(row => row.State).Where(point => point.By == person.Id)],
                [.. rounds.SelectMany(row => row.State.Sheets.Where(sheet => sheet.Person == person.Id).Select(sheet => new KeptScores(row.Number, sheet)))],
                [.. roadmaps.SelectMany(row => row.State.Approvals.Where(approval => approval.By == person.Id).Select(approval => new KeptApproval(row.Number, approval)))],
                [.. roadmaps.SelectMany(row => row.State.Edits).Where(edit => edit.By == person.Id).Distinct()],
                [.. roadmaps.SelectMany(row => row.State.Remarks).Where(remark => remark.By == person.Id).Distinct()],
                [.. (await db.Progress.AsNoTracking().FirstOrDefaultAsync(row => row.Engagement == engagement.Id, cancel))?.State.Updates.Where(update => update.By == person.Id) ?? []],
                [.. (await db.Kpis.AsNoTracking().FirstOrDefaultAsync(row => row.Engagement == engagement.Id, cancel))?.State.Readings.Where(reading => reading.By == person.Id) ?? []],
                KeptCampaign.Of((await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(row => row.Engagement == engagement.Id, cancel))?.State, person.Id)));
        }

        var waiting = await db.Messages.CountAsync(row => row.Tenant == person.Tenant && row.Person == person.Id && row.Body != null, cancel);
        return new Kept(person, seats, waiting);
    }

    public async Task Erase(Person person, CancellationToken cancel)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (engagement, member) in await Seats(person, cancel))
        {
            var isShared = await db.Members.AnyAsync(row => row.Engagement == engagement.Id && row.Person != person.Id, cancel);
            audit.Erase(engagement.Id, isShared ? person.Id : null);
            if (isShared)
                words.UnionWith(await EraseIn(engagement, person.Id, cancel));
            else
                await EraseWhole(engagement, cancel);
            db.Members.Remove(member);
        }

        if (await db.People.FindAsync([person.Tenant, person.Id], cancel) is { } row)
            db.People.Remove(row);
        var chats = await db.Chats.Where(chat => chat.Tenant == person.Tenant && chat.Person == person.Id).Select(chat => chat.Thread).ToListAsync(cancel);
        foreach (var chat in chats)
        {
            if (await db.ChatStates.FindAsync([person.Tenant, chat], cancel) is { } state)
                db.ChatStates.Remove(state);
        }

        await EraseMessages(person, chats, [.. words.Select(text => text.Cut(Needle).TrimEnd('…'))], cancel);

        // Answers that cards got may quote the person too; they are kept for a few minutes, for a press that is delivered twice.
        await db.Turns.Where(turn => turn.Body != null && db.Chats.Any(chat => chat.Thread == turn.Thread && chat.Tenant == person.Tenant))
            .ExecuteUpdateAsync(set => set.SetProperty(turn => turn.Body, (string?)null), cancel);
        await db.NoteErasure(cancel);
    }

    private async Task<IReadOnlyList<(EngagementRow Engagement, MemberRow Member)>> Seats(Person person, CancellationToken cancel)
    {
        var found = await (from member in db.Members
                           join row in db.Engagements on member.Engagement equals row.Id
                           where member.Person == person.Id && row.Tenant == person.Tenant
                           orderby row.CreatedAt
                           select new { row, member }).ToListAsync(cancel);
        return [.. found.Select(seat => (seat.row, seat.member))];
    }

    private async Task EraseWhole(EngagementRow engagement, CancellationToken cancel)
    {
        db.Interviews.RemoveRange(await db.Interviews.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel));
        db.PainPoints.RemoveRange(await db.PainPoints.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel));
        db.Roadmaps.RemoveRange(await db.Roadmaps.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel));
        db.AnonymousBoxes.RemoveRange(await db.AnonymousBoxes.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel));
        db.Envelopes.RemoveRange(await db.Envelopes.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel));
        db.Kpis.RemoveRange(await db.Kpis.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel));
        db.Progress.RemoveRange(await db.Progress.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel));
        db.Campaigns.RemoveRange(await db.Campaigns.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel));
        db.ScoringRounds.RemoveRange(await db.ScoringRounds.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel));
        db.Engagements.Remove(engagement);
    }

    /// <returns>What the person said there.</returns>
    private async Task<IReadOnlyList<string>> EraseIn(EngagementRow engagement, PersonId person, CancellationToken cancel)
    {
        var interview = await db.Interviews.FindAsync([engagement.Id, person], cancel);
        var points = (await db.PainPoints.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel)).Where(row => row.State.By == person).ToArray();
        var scrub = Scrub.Of(person, points.Select(row => row.Id.Value).ToHashSet(StringComparer.Ordinal), [.. Scrub.Said(interview?.State), .. points.Select(row => row.State.Text)]);
        var words = await Scrubbed.Roadmaps(db, engagement.Id, scrub, cancel);

        foreach (var row in await db.ScoringRounds.Where(row => row.Engagement == engagement.Id).ToListAsync(cancel))
        {
            var without = row.State with
            {
                Sheets = [.. row.State.Sheets.Where(sheet => sheet.Person != person)],
                Participants = [.. row.State.Participants.Where(one => one != person)],
            };
            row.State = Scrubbed.Of(without, scrub) ?? without;
        }

        if (await db.Progress.FindAsync([engagement.Id], cancel) is { } progress)
            progress.State = Scrubbed.Of(progress.State, scrub) ?? progress.State;
        if (await db.Kpis.FindAsync([engagement.Id], cancel) is { } kpis)
            kpis.State = Scrubbed.Of(kpis.State, scrub) ?? kpis.State;
        if (await db.Campaigns.FindAsync([engagement.Id], cancel) is { } campaign)
            campaign.State = campaign.State.Without(person);
        engagement.State = Scrubbed.Of(engagement.State, scrub with { Words = [] }) ?? engagement.State; // its objectives are the organisation's
        if (interview is not null)
            db.Interviews.Remove(interview);
        db.PainPoints.RemoveRange(points);
        return words;
    }

    /// <summary>What waits for the person goes whole, and what waits for others where it holds the person's words.</summary>
    private async Task EraseMessages(Person person, IReadOnlyList<ChatId> chats, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var theirs = await db.Messages.Where(row => row.Tenant == person.Tenant && (row.Person == person.Id || (row.Thread != null && chats.Contains(row.Thread.Value)))).ToListAsync(cancel);
        var waiting = await db.Messages.Where(row => row.Tenant == person.Tenant && row.Body != null && row.Body != "").ToListAsync(cancel);
        db.Messages.RemoveRange(theirs.Union(waiting.Where(row => Holds(JsonNode.Parse(row.Body!), words))));
    }

    /// <summary>Without the escapes that Markdown needs on a card.</summary>
    private static string Plain(string text) => text.Replace("\\", "", StringComparison.Ordinal);

    private static bool Holds(JsonNode? node, IReadOnlyList<string> words) => node switch
    {
        JsonObject found => found.Any(member => Holds(member.Value, words)),
        JsonArray list => list.Any(item => Holds(item, words)),
        JsonValue value when value.TryGetValue<string>(out var text) => words.Any(one => Plain(text).Contains(Plain(one), StringComparison.Ordinal)),
        _ => false,
    };
}
