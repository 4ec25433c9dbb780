using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;
using RoadmapBot.Teams;

namespace RoadmapBot.Storage;

internal sealed class OutboxStore(RoadmapBotDb db, TimeProvider time) : IOutboxStore
{
    private readonly List<OutgoingMessage> _said = [];

    public void Add(OutgoingMessage message) => _said.Add(message);

    public async Task<ChatReference?> Find(Chat chat, CancellationToken cancel) =>
        await db.Chats.FindAsync([chat.Thread], cancel) is { IsOpen: true } row && row.Tenant == chat.Tenant ? row.State : null;

    /// <summary>
    /// Everything said in this unit of work becomes rows. A message to a person joins the lane of that person's chat, so that it keeps its place
    /// among what is said there.
    /// </summary>
    public async Task Note(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var message in _said)
        {
            var chat = message.Chat ?? (await PersonalChat(message.Tenant, message.Person!.Value, cancel))?.State?.Chat;
            var row = new MessageRow
            {
                Id = Guid.CreateVersion7(now).ToString("N"),
                Tenant = message.Tenant,
                Person = message.Person,
                Thread = chat?.Thread,
                Chat = chat,
                Key = message.Key,
                Replaces = message.Replaces,
                AnswerTo = message.AnswerTo,
                Body = message.Body,
                Until = message.Until,
                At = now,
            };
            db.Messages.Add(row);
            db.Work.Add(new WorkRow
            {
                Kind = WorkKinds.Message,
                Lane = chat is null ? $"{message.Tenant}/{message.Person}" : chat.Thread.Value,
                Payload = row.Id,
                Due = message.NotBefore ?? now,
                Noted = message.NotBefore ?? now,
                Trace = Telemetry.Context,
            });
        }

        _said.Clear();
    }

    public async Task<bool> Hasten(Chat chat, string key, string? body, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (await db.Messages.FirstOrDefaultAsync(row => row.Thread == chat.Thread && row.Key == key && row.Body != null && !row.Replaces, cancel) is not { } message
            || await db.Work.FirstOrDefaultAsync(row => row.Kind == WorkKinds.Message && row.Payload == message.Id, cancel) is not { } work
            || work.Due <= now || work.LeaseUntil > now)
            return false;
        message.Body = body ?? message.Body;
        (work.Due, work.Fence) = (now, work.Fence + 1); // whoever claims it at the same moment makes this a conflict
        return true;
    }

    /// <summary>The message that a claimed work row is about, with all that sending it needs; null where it is gone.</summary>
    public async Task<DueMessage?> Load(ClaimedWork work, CancellationToken cancel)
    {
        if (await db.Messages.FindAsync([work.Payload], cancel) is not { Body: { } body } row)
            return null;
        var chat = row.Thread is { } known
            ? await db.Chats.FirstOrDefaultAsync(other => other.Thread == known && other.IsOpen, cancel)
            : await PersonalChat(row.Tenant, row.Person!.Value, cancel);
        var opener = chat is null
            ? await db.Chats.Where(other => other.Tenant == row.Tenant && other.IsOpen && other.State != null).OrderBy(other => other.Thread).FirstOrDefaultAsync(cancel)
            : null;
        var thread = row.Thread ?? chat?.Thread;
        var earlier = row.Replaces && thread is not null
            ? await db.Messages.Where(sent => sent.Thread == thread && sent.Key == row.Key && sent.Activity != null)
                .OrderByDescending(sent => sent.At).Select(sent => sent.Activity).FirstOrDefaultAsync(cancel)
            : null;
        return new DueMessage(
            work.Id, work.Attempt, work.Fence, work.Noted,
            new OutgoingMessage(row.Tenant, row.Chat, row.Person, row.Key, row.Replaces, row.AnswerTo, body, row.Until),
            chat?.State, opener?.State, earlier);
    }

    /// <summary>The message is out (or given up): only what is needed to replace it later stays.</summary>
    public async Task Settle(ClaimedWork work, ChatReference? reached, string? activity, CancellationToken cancel)
    {
        if (await db.Messages.FindAsync([work.Payload], cancel) is not { } row)
            return;
        if (row.Key is null || row.Replaces || activity is null)
        {
            db.Messages.Remove(row);
            return;
        }

        (row.Body, row.Activity) = (null, activity);
        if (reached is not null)
            (row.Chat, row.Thread) = (reached.Chat, reached.Chat.Thread);
    }

    /// <summary>Gives the message up without looking at it.</summary>
    public Task Forget(ClaimedWork work, CancellationToken cancel) => db.Messages.Where(row => row.Id == work.Payload).ExecuteDeleteAsync(cancel);

    public async Task Rewrite(ClaimedWork work, string body, CancellationToken cancel)
    {
        if (await db.Messages.FindAsync([work.Payload], cancel) is { } row)
            row.Body = body;
    }

    /// <summary>A personal chat that had to be opened first is known, and open, from now on.</summary>
    public async Task Remember(ChatReference opened, CancellationToken cancel)
    {
        var row = await db.Chats.FindAsync([opened.Chat.Thread], cancel)
            ?? db.Chats.Add(new ChatRow { Thread = opened.Chat.Thread, Tenant = opened.Chat.Tenant }).Entity;
        row.IsOpen = true;
        row.Person ??= opened.Person;
        row.State ??= opened;
    }

    public async Task CloseChat(ChatReference chat, CancellationToken cancel)
    {
        if (await db.Chats.FindAsync([chat.Chat.Thread], cancel) is { } row)
            row.IsOpen = false;
    }

    public async Task MoveChat(ChatReference chat, string serviceUrl, CancellationToken cancel)
    {
        if (await db.Chats.FindAsync([chat.Chat.Thread], cancel) is { } row)
            row.State = chat with { ServiceUrl = serviceUrl };
    }

    // Loaded first, then read from what this unit of work holds, so that a chat counts that this very turn opened or closed.
    private async Task<ChatRow?> PersonalChat(TenantId tenant, PersonId person, CancellationToken cancel)
    {
        await db.Chats.Where(chat => chat.Tenant == tenant && chat.Person == person).LoadAsync(cancel);
        return db.Chats.Local
            .Where(chat => chat.Tenant == tenant && chat.Person == person && chat.IsOpen)
            .MinBy(chat => chat.Thread.Value, StringComparer.Ordinal);
    }
}
