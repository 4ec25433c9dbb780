using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;
using RoadmapBot.Teams;

namespace RoadmapBot.Storage;

internal sealed class OutboxStore(RoadmapBotDb db) : IOutboxStore
{
    public void Add(OutgoingMessage message) => db.Outbox.Add(message);

    public async Task<ChatReference?> Find(Chat chat, CancellationToken cancel) =>
        await db.Chats.FindAsync([chat.Thread], cancel) is { IsOpen: true } row && row.Tenant == chat.Tenant ? row.State : null;

    /// <summary>The message that a claimed work row is about, with all that sending it needs; null where it is gone.</summary>
    public async Task<DueMessage?> Load(ClaimedWork work, CancellationToken cancel)
    {
        if (await db.Messages.FindAsync([work.Payload], cancel) is not { Body: { } body } row)
            return null;
        var chat = await ChatOf(row, cancel);
        var opener = chat is null
            ? await db.Chats.Where(other => other.Tenant == row.Tenant && other.IsOpen && other.State != null).OrderBy(other => other.Thread).FirstOrDefaultAsync(cancel)
            : null;
        var earlier = row.Replaces
            ? await db.Messages.Where(sent => sent.Thread == row.Thread && sent.Key == row.Key && sent.Activity != null)
                .OrderByDescending(sent => sent.At).Select(sent => sent.Activity).FirstOrDefaultAsync(cancel)
            : null;
        return new DueMessage(
            work.Id, work.Attempt, work.Fence, work.Noted,
            new OutgoingMessage(row.Tenant, row.Chat, row.Person, row.Key, row.Replaces, row.AnswerTo, body),
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

    /// <summary>A personal chat that had to be opened first is known from now on.</summary>
    public async Task Remember(ChatReference opened, CancellationToken cancel)
    {
        if (await db.Chats.FindAsync([opened.Chat.Thread], cancel) is null)
        {
            db.Chats.Add(new ChatRow
            {
                Thread = opened.Chat.Thread,
                Tenant = opened.Chat.Tenant,
                Person = opened.Person,
                IsOpen = true,
                State = opened,
            });
        }
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

    private Task<ChatRow?> ChatOf(MessageRow row, CancellationToken cancel) => row.Thread is { } thread
        ? db.Chats.FirstOrDefaultAsync(chat => chat.Thread == thread && chat.IsOpen, cancel)
        : db.Chats.FirstOrDefaultAsync(chat => chat.Tenant == row.Tenant && chat.Person == row.Person && chat.IsOpen, cancel);
}
